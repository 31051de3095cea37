/** NCBI's document summaries, which PubMed and PubMed Central share. */
import { decodeHTML } from "entities";
import { parseDate } from "./edtf.ts";
import { abbreviatedName } from "./person-name.ts";
import { type Asking, type Json, jsonOf, type Resolution } from "./resolver.ts";

/** NCBI allows three requests a second. */
export async function summary(
  who: string,
  database: string,
  id: string,
  asking: Asking,
): Promise<{ json: Json } | Exclude<Resolution, { kind: "found" }>> {
  const answer = await jsonOf(
    who,
    asking,
    `/entrez/eutils/esummary.fcgi?db=${database}&id=${encodeURIComponent(id)}&retmode=json`,
  );
  if (!("json" in answer)) return answer;
  const json = answer.json.at("result", id);
  return json.value === undefined || json.at("error").text
    ? { kind: "unknown", message: `${who} does not know it` }
    : { json };
}

export function articleOf(
  article: Json,
  known: { PMID?: string; PMCID?: string },
  url: string,
): Record<string, unknown> {
  const ids = article.at("articleids").list;
  const idOf = (...types: string[]) => ids.find((one) => types.includes(one.at("idtype").text ?? ""))?.at("value").text;
  const pmid = idOf("pubmed", "pmid");
  return {
    type: "article-journal",
    title: decodeHTML(article.at("title").text ?? "").replace(/(?<![.])\.$/, ""),
    author: article
      .at("authors")
      .list.map((author) =>
        author.at("authtype").text === "CollectiveName"
          ? { literal: author.at("name").text }
          : abbreviatedName(author.at("name").text ?? ""),
      ),
    "container-title": article.at("fulljournalname").text ?? article.at("source").text,
    "container-title-short": article.at("source").text,
    volume: article.at("volume").text,
    issue: article.at("issue").text,
    page: article.at("pages").text,
    ISSN: article.at("issn").text,
    issued: {
      raw: dateOf(article.at("pubdate").text ?? article.at("printpubdate").text ?? article.at("epubdate").text ?? ""),
    },
    PMID: known.PMID ?? (pmid && pmid !== "0" ? pmid : undefined),
    PMCID: known.PMCID ?? idOf("pmc", "pmcid")?.match(/PMC\d+/)?.[0],
    DOI: idOf("doi"),
    URL: url,
  };
}

/** `2019 Jan 15`, `2019 Jan-Feb`, `2019 Spring`, `2019`. */
function dateOf(text: string): string {
  const [, year = "", month, day] =
    /^(\d{4})(?:[\s/]+([A-Za-z]+|\d{1,2}))?(?:-[A-Za-z]+)?(?:[\s/]+(\d{1,2}))?/.exec(text) ?? [];
  const said =
    month && /^\d/.test(month)
      ? `${year}/${month}${day ? `/${day}` : ""}`
      : [day, month, year].filter(Boolean).join(" ");
  return parseDate(said) ?? year;
}
