/** Crossref: articles, papers, books and reports by DOI. https://api.crossref.org/swagger-ui/index.html */
import { decodeHTML } from "entities";
import { encodeDoi } from "../canonical-url.ts";
import { type Json, jsonOf, type Resolver } from "../resolver.ts";

const types: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    book: "book",
    monograph: "book",
    "edited-book": "book",
    "reference-book": "book",
    proceedings: "book",
    "posted-content": "article",
    report: "report",
    "report-component": "report",
    dissertation: "thesis",
    dataset: "dataset",
    standard: "standard",
    "peer-review": "review",
    "reference-entry": "entry",
  }),
);

export const crossref: Resolver = {
  id: "crossref",
  title: "Crossref",
  base: "https://api.crossref.org",
  accepts: ({ scheme }) => scheme === "doi",
  async resolve({ id }, asking) {
    const answer = await jsonOf("Crossref", asking, `/works/${encodeURIComponent(id)}`);
    if (!("json" in answer)) return answer;
    const work = answer.json.at("message");
    const type = work.at("type").text ?? "";
    const doi = work.at("DOI").text ?? id;
    const item = {
      type: types.get(type) ?? "document",
      title: [textAt(work, "title"), textAt(work, "subtitle")].filter(Boolean).join(": "),
      author: namesOf(work.at("author")),
      editor: namesOf(work.at("editor")),
      translator: namesOf(work.at("translator")),
      "container-title": textAt(work, "container-title"),
      "container-title-short": textAt(work, "short-container-title"),
      "event-title": work.at("event", "name").text,
      publisher: work.at("publisher").text,
      "publisher-place": work.at("publisher-location").text,
      genre: type === "posted-content" ? work.at("subtype").text : undefined,
      edition: work.at("edition-number").text,
      volume: work.at("volume").text,
      issue: work.at("issue").text,
      page: work.at("page").text ?? work.at("article-number").text,
      ISSN: work
        .at("ISSN")
        .list.flatMap(({ text }) => text ?? [])
        .join(", "),
      ISBN: work
        .at("ISBN")
        .list.flatMap(({ text }) => text?.replace(/^.*\/isbn\//, "") ?? [])
        .join(", "),
      language: work.at("language").text,
      issued: ["published", "issued", "published-print", "published-online", "created"]
        .map((name) => work.at(name).value)
        .find(hasYear),
      DOI: doi,
      URL: `https://doi.org/${encodeDoi(doi)}`,
    };
    return {
      kind: "found",
      by: "Crossref",
      metadata: { item, ...(type === "posted-content" ? { own: { flags: ["preprint"] } } : {}) },
    };
  },
};

const textAt = (work: Json, field: string): string | undefined => {
  const said = work.at(field, 0).text ?? work.at(field).text;
  return said && decodeHTML(said);
};

const namesOf = (names: Json) =>
  names.list.map((name) => ({
    family: name.at("family").text,
    given: name.at("given").text,
    suffix: name.at("suffix").text,
    literal: name.at("name").text,
  }));

/** Crossref says `[[null]]` where it knows no date. */
const hasYear = (date: unknown): boolean =>
  typeof (date as { "date-parts"?: unknown[][] } | undefined)?.["date-parts"]?.[0]?.[0] === "number";
