/** Recognises what a text names: a DOI, an arXiv paper, PMID, PMCID, ISBN, RFC, a file at GitHub, or a web address. */
import { percentDecoded } from "../core/percent-decoded.ts";
import { type GithubAddress, githubAddress } from "./github-address.ts";

export type Identifier =
  | {
      readonly scheme: "doi" | "arxiv" | "pmid" | "pmcid" | "isbn" | "rfc" | "url";
      readonly id: string;
      readonly problem?: string;
    }
  | ({ readonly scheme: "github"; readonly id: string; readonly problem?: undefined } & GithubAddress);

const longest = 4096;

/**
 * The identifier that a text is, as a whole. DOI: `10.…/…` as given; arXiv: id with its version, if it has one; PMID and RFC: digits;
 * PMCID: `PMC` and digits; ISBN: 13 digits; GitHub and URL: the address. `problem` says why it can't be right (a wrong check digit).
 */
export function recognise(text: string): Identifier | undefined {
  const said = text
    .trim()
    .replace(/^<(.*)>$/s, "$1")
    .trim();
  if (said === "" || said.length > longest || /[\s\p{Cc}]/u.test(said.replace(/ /g, ""))) return undefined;
  const web = /^https?:\/\//i.test(said) && URL.canParse(said) ? new URL(said) : undefined;
  return web ? fromAddress(web, said) : fromText(said);
}

/** The DOI in any of its forms, brackets of old ones included; its letters as given. */
export function doiOf(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const bare = text.trim().replace(/^(?:(?:urn:|info:)?doi[:/]\s*|DOI\s+)/i, "");
  const web = /^(?:https?:\/\/)?(?:www\.)?(?:dx\.)?doi\.org\/(.+)$/i.exec(bare)?.[1];
  const path = web === undefined ? bare : percentDecoded(web.replace(/[?#].*$/, "")).replace(/^doi:/i, "");
  const found = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.exec(path)?.[0];
  return found === undefined ? undefined : trimmed(found);
}

export interface ArxivId {
  /** Without version: `2401.00588` or `hep-th/9901001`. */
  readonly paper: string;
  /** `v2`, where it is said. */
  readonly version?: string;
}

const arxivPattern =
  /^(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z]+(?:-[a-z]+)*(?:\.[A-Z]{2})?\/\d{2}(?:0[1-9]|1[0-2])\d{3})(v[1-9]\d*)?$/;

/** An arXiv id, new or old style, bare, as `arXiv:…`, as address or as arXiv's own DOI. */
export function arxivOf(text: string): ArxivId | undefined {
  const said = text.trim().replace(/\s*\[[\w.-]+\]$/, "");
  const path =
    /^https?:\/\/(?:www\.|export\.|browse\.)?arxiv\.org\/(?:abs|pdf|html|format|ps|src|e-print)\/([^?#]+)/i.exec(
      said,
    )?.[1] ??
    /^https?:\/\/ar5iv(?:\.labs\.arxiv)?\.org\/(?:abs|html)\/([^?#]+)/i.exec(said)?.[1] ??
    /^(?:(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)?10\.48550\/arxiv\.|arxiv:\s*)?(.+)$/i.exec(said)?.[1];
  const found = arxivPattern.exec((path ?? "").replace(/(?:\.pdf|\/)$/i, ""));
  return found?.[1] ? { paper: found[1], ...(found[2] ? { version: found[2] } : {}) } : undefined;
}

/** The 13 digits of an ISBN of either length, or what is wrong with it; nothing when the text is none. */
export function isbnOf(text: string): { isbn?: string; problem?: string } | undefined {
  const named = /^ISBN(?:[-\s]?1[03])?:?\s*/i.exec(text.trim())?.[0] ?? "";
  const digits = text
    .trim()
    .slice(named.length)
    .replace(/[-\s\u2010-\u2015]/g, "")
    .toUpperCase();
  if (/^97[89]\d{10}$/.test(digits))
    return digits.at(-1) === check13(digits) ? { isbn: digits } : wrong(check13(digits));
  if (!/^\d{9}[\dX]$/.test(digits))
    return named === "" ? undefined : { problem: "Unexpected length, expected 10 or 13 digits" };
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const expected = "0123456789X"[(11 - (sum % 11)) % 11] as string;
  const long = `978${digits.slice(0, 9)}`;
  return digits[9] === expected ? { isbn: long + check13(long) } : wrong(expected);
}

function fromText(said: string): Identifier | undefined {
  const arxiv = arxivOf(said);
  if (arxiv) return { scheme: "arxiv", id: arxiv.paper + (arxiv.version ?? "") };
  const doi = doiOf(said);
  if (doi) return { scheme: "doi", id: doi };
  const pmcid = /^(?:PMCID:?\s*)?(PMC[1-9]\d{0,8})(?:\.\d+)?$/i.exec(said)?.[1];
  if (pmcid) return { scheme: "pmcid", id: pmcid.toUpperCase() };
  const pmid = /^PMID:?\s*([1-9]\d{0,8})$/i.exec(said)?.[1];
  if (pmid) return { scheme: "pmid", id: pmid };
  const rfc = /^(?:IETF\s+)?RFC[\s-]?0*([1-9]\d{0,4})$/i.exec(said)?.[1];
  if (rfc) return { scheme: "rfc", id: rfc };
  const isbn = isbnOf(said);
  return isbn ? { scheme: "isbn", id: isbn.isbn ?? said, problem: isbn.problem } : undefined;
}

function fromAddress(web: URL, said: string): Identifier {
  const host = web.hostname.replace(/^www\./, "");
  const arxiv = arxivOf(said);
  if (arxiv) return { scheme: "arxiv", id: arxiv.paper + (arxiv.version ?? "") };
  // Publishers' pages carry the DOI in their path.
  const carried = /\/doi\/(?:[a-z]+\/)?(10\.\d{4,9}\/.+)$|^\/(?:article|chapter|book)\/(10\.\d{4,9}\/.+)$/i.exec(
    percentDecoded(web.pathname),
  );
  const doi = doiOf(said) ?? (carried ? doiOf((carried[1] ?? carried[2] ?? "").replace(/\.pdf$/i, "")) : undefined);
  if (doi) return { scheme: "doi", id: doi };
  const pmcid = /^\/(?:pmc\/)?articles\/(PMC\d+)\/?/i.exec(web.pathname)?.[1];
  if (pmcid && /(?:^|\.)ncbi\.nlm\.nih\.gov$/.test(host)) return { scheme: "pmcid", id: pmcid.toUpperCase() };
  const pmid = /^(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/(\d{1,9})\/?$/.exec(
    host + web.pathname,
  )?.[1];
  if (pmid) return { scheme: "pmid", id: pmid };
  const rfcHost = /^(?:rfc-editor\.org|datatracker\.ietf\.org|tools\.ietf\.org|ietf\.org)$/.test(host);
  const rfc = /\/rfc0*([1-9]\d{0,4})(?:\.(?:html|txt|pdf|xml))?\/?$/i.exec(web.pathname)?.[1];
  if (rfcHost && rfc) return { scheme: "rfc", id: rfc };
  const github = githubAddress(web);
  return github ? { scheme: "github", id: said, ...github } : { scheme: "url", id: said };
}

function wrong(expected: string): { problem: string } {
  return { problem: `Unexpected check digit, expected ${expected}` };
}

/** The check digit over the first twelve digits. */
function check13(digits: string): string {
  const sum = [...digits.slice(0, 12)].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Punctuation after a DOI belongs to the sentence, and so does a bracket that nothing in it opened. */
function trimmed(doi: string): string {
  let text = doi;
  for (;;) {
    const last = text.at(-1) as string;
    const opener = { ")": "(", "]": "[", "}": "{", ">": "<" }[last];
    const unopened = opener !== undefined && text.split(last).length > text.split(opener).length;
    if (!unopened && !/[.,;:'"”’]/.test(last)) return text;
    text = text.slice(0, -1);
  }
}
