/** DataCite: data sets, software and preprints by DOI. https://support.datacite.org/docs/api */
import { encodeDoi } from "../canonical-url.ts";
import { parseDate } from "../edtf.ts";
import { personName } from "../person-name.ts";
import { type Json, jsonOf, type Resolver } from "../resolver.ts";

export const datacite: Resolver = {
  id: "datacite",
  title: "DataCite",
  base: "https://api.datacite.org",
  accepts: ({ scheme }) => scheme === "doi",
  async resolve({ id }, asking) {
    const answer = await jsonOf("DataCite", asking, `/dois/${encodeURIComponent(id)}`);
    if (!("json" in answer)) return answer;
    const work = answer.json.at("data", "attributes");
    const doi = work.at("doi").text ?? id;
    const titles = work.at("titles").list;
    const date = work
      .at("dates")
      .list.find((one) => one.at("dateType").text === "Issued")
      ?.at("date").text;
    const general = work.at("types", "resourceTypeGeneral").text;
    const citeproc = work.at("types", "citeproc").text;
    const issued = parseDate(date ?? "") ?? work.at("publicationYear").text;
    const item = {
      type: general === "Software" ? "software" : general === "Preprint" ? "article" : (citeproc ?? "document"),
      title: (titles.find((one) => one.at("titleType").text === undefined) ?? titles[0])?.at("title").text,
      author: namesOf(work.at("creators").list),
      editor: namesOf(work.at("contributors").list.filter((one) => one.at("contributorType").text === "Editor")),
      "container-title": work.at("container", "title").text,
      publisher: work.at("publisher").text ?? work.at("publisher", "name").text,
      version: work.at("version").text,
      language: work.at("language").text,
      issued: issued ? { raw: issued } : undefined,
      DOI: doi,
      URL: `https://doi.org/${encodeDoi(doi)}`,
    };
    return {
      kind: "found",
      by: "DataCite",
      metadata: { item, ...(general === "Preprint" ? { own: { flags: ["preprint"] } } : {}) },
    };
  },
};

const namesOf = (names: readonly Json[]) =>
  names.map((name) => {
    const family = name.at("familyName").text;
    const said = name.at("name").text ?? "";
    if (family) return { family, given: name.at("givenName").text };
    return name.at("nameType").text === "Organizational" ? { literal: said } : personName(said);
  });
