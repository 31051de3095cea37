/** Untrusted text as Markdown that reads as that text and as nothing else. */

/** Characters that begin markup wherever they stand: CommonMark, GFM tables and strikethrough, citations, math. */
const active = /[\\`*[\]<>|~@$]/g;
/** `_` inside a word, `:` before a space and `&` before one are plain. */
const contextual = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\S)|&(?=#?[A-Za-z0-9]+;)/gu;
/** GFM would link a bare address together with the backslash of the next escape. */
const bareAddress = /www(?=\.)/gi;
/** What would begin a heading, a list or a rule at the start of a paragraph. */
const opening = /^(?:[-+=#]|\d{1,9}(?=[.)](?:\s|$)))/;

/** Text for the inside of a paragraph; `start` tells that it opens one. */
export function escapeMarkdown(text: string, start = false): string {
  const escaped = text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(active, "\\$&")
    .replace(contextual, "\\$&")
    .replace(bareAddress, "$&\\");
  return start ? escaped.replace(opening, (found) => (/^\d/.test(found) ? `${found}\\` : `\\${found}`)) : escaped;
}

/** A link to an absolute http(s) address; only its text when the address is none. */
export function markdownLink(text: string, address: string): string {
  const href = webHref(address);
  if (href === undefined) return escapeMarkdown(text);
  return text === href
    ? `<${href}>`
    : `[${escapeMarkdown(text)}](${href.replaceAll("(", "%28").replaceAll(")", "%29")})`;
}

/** `*` and `**` only where CommonMark's flanking rules make them marks; otherwise the text stays unmarked. */
export function emphasise(inner: string, mark: string, before: string, after: string): string {
  const [, lead = "", body = "", trail = ""] = /^(\s*)(.*?)(\s*)$/s.exec(inner) ?? [];
  const previous = lead === "" ? before.slice(-1) : " ";
  const next = trail === "" ? after.slice(0, 1) : " ";
  const opens = !punctuation.test(body.slice(0, 1)) || boundary.test(previous);
  const closes = !punctuation.test(body.slice(-1)) || boundary.test(next);
  const marks = mark !== "" && body !== "" && opens && closes && previous !== "*" && next !== "*";
  return marks ? `${lead}${mark}${body}${mark}${trail}` : inner;
}

const punctuation = /[\p{P}\p{S}]/u;
const boundary = /^$|[\s\p{P}\p{S}]/u;

function webHref(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return address.replace(/[\s<>[\]\\`"|^{}]|\p{Cc}/gu, (found) =>
    encodeURI(found) === found
      ? `%${found.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`
      : encodeURI(found),
  );
}
