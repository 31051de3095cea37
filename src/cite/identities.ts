/** What identifies a source beyond doubt, in one spelling each. */
import type { Source } from "../model/source.ts";
import { urlIdentity } from "./canonical-url.ts";
import { arxivOf, doiOf, isbnOf, recognise } from "./identifiers.ts";

/** Types that are a part of what their ISBN names. */
const parts = new Set([
  "chapter",
  "paper-conference",
  "entry",
  "entry-dictionary",
  "entry-encyclopedia",
  "article-journal",
]);

/** Identities, each with its name for people. A version of an arXiv paper is the paper; letters of a DOI have no case. */
export function identitiesOf(source: Partial<Source>): Map<string, string> {
  const found = new Map<string, string>();
  const add = (identity: string | undefined, name: string) => identity && found.set(identity.toLowerCase(), name);
  for (const text of [source.DOI, source.URL]) {
    if (!text) continue;
    const arxiv = arxivOf(text);
    if (arxiv) add(`arxiv:${arxiv.paper}`, `arXiv id ${arxiv.paper}`);
    const named = arxiv ? undefined : recognise(text);
    if (named?.scheme === "doi") addDoi(named.id, add);
    else if (named && (named.scheme === "pmid" || named.scheme === "pmcid" || named.scheme === "rfc"))
      add(`${named.scheme}:${named.id}`, `${named.scheme.toUpperCase()} ${named.id}`);
  }
  if (source.DOI && !arxivOf(source.DOI)) addDoi(doiOf(source.DOI) ?? source.DOI, add);
  if (source.URL) add(`url:${urlIdentity(source.URL) ?? source.URL}`, `address ${source.URL}`);
  const pmid = /\d+/.exec(source.PMID ?? "")?.[0];
  if (pmid) add(`pmid:${pmid}`, `PMID ${pmid}`);
  const pmcid = /PMC\d+/i.exec(source.PMCID ?? "")?.[0];
  if (pmcid) add(`pmcid:${pmcid}`, `PMCID ${pmcid}`);
  if (source.ISBN && !parts.has(source.type ?? ""))
    for (const text of source.ISBN.split(/[,;]|\s(?=97[89])/)) {
      const isbn = isbnOf(text)?.isbn;
      if (isbn) add(`isbn:${isbn}`, `ISBN ${isbn}`);
    }
  return found;
}

function addDoi(doi: string, add: (identity: string, name: string) => void): void {
  add(`doi:${doi}`, `DOI ${doi}`);
  const rfc = /^10\.17487\/rfc0*(\d+)$/i.exec(doi)?.[1];
  if (rfc) add(`rfc:${rfc}`, `RFC ${rfc}`);
}
