/** The texts that a page can be read as, the cheapest first: a passage that stands in any of them stands on the page. */

import { decodePage } from "../core/decode-page.ts";
import type { OpenIsolate } from "../core/isolate.ts";
import { htmlText } from "./html-text.ts";
import { articleHtml, pdfPages } from "./isolated-readers.ts";
import { markdownText } from "./markdown-text.ts";

export interface PageFile {
  /** Media type, such as `text/html`. */
  readonly type: string;
  readonly charset?: string;
  readonly body: Uint8Array;
}

/** Media types that can be read. */
export const readable = [
  "text/html",
  "application/xhtml+xml",
  "application/pdf",
  "text/*",
  "application/json",
  "application/xml",
  "application/yaml",
] as const;

/**
 * Asks for one reading after the other and stops when the caller has what it needs. HTML: all its text, then the article alone, where
 * boxes inside a passage are gone. PDF: words broken at a line's end joined, then left apart. Markdown: as it is, then without markup.
 */
export async function* readings(page: PageFile, openIsolate: OpenIsolate): AsyncGenerator<string> {
  if (page.type === "application/pdf" || startsWith(page.body, "%PDF-")) {
    const text = await pdfPages(page.body, openIsolate);
    if (text === undefined) return;
    yield text.replace(/(\p{Ll})[-\u00ad\u2010]\n(?=\p{Ll})/gu, "$1");
    yield text;
    return;
  }
  const text = decodePage(page.body, page.charset);
  if (
    page.type === "text/html" ||
    page.type === "application/xhtml+xml" ||
    (page.type === "" && /<html[\s>]/i.test(text.slice(0, 2000)))
  ) {
    yield htmlText(text);
    const article = await articleHtml(text, openIsolate);
    if (article !== undefined) yield htmlText(article);
    return;
  }
  yield text;
  yield markdownText(text);
}

const startsWith = (body: Uint8Array, text: string): boolean =>
  new TextDecoder("latin1").decode(body.subarray(0, text.length)) === text;
