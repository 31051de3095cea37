/** Readers of untrusted pages that build a tree of them: in an isolate, under a clock. */
import type { OpenIsolate } from "../core/isolate.ts";

const limitMs = 15_000;
/** A larger page is not worth a tree; all of its text was read already. */
const largestTree = 4_000_000;

const readability = `
  const { parseHTML } = await load("linkedom");
  const { Readability } = await load("@mozilla/readability");
  return (html) => new Readability(parseHTML(html).document, { maxElemsToParse: 200000 }).parse()?.content;
`;

const pdf = `
  globalThis.pdfjsWorker = await load("pdfjs-dist/legacy/build/pdf.worker.mjs");
  const { getDocument, VerbosityLevel } = await load("pdfjs-dist/legacy/build/pdf.mjs");
  return async (data) => {
    const task = getDocument({ data, isEvalSupported: false, useSystemFonts: false, disableFontFace: true, verbosity: VerbosityLevel.ERRORS });
    const document = await task.promise;
    const pages = [];
    for (let number = 1; number <= Math.min(document.numPages, 2000); number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.map((item) => item.str + (item.hasEOL ? "\\n" : "")).join(""));
    }
    return pages.join("\\n");
  };
`;

/** The HTML of a page's main article; nothing when there is none, or none within the time. */
export const articleHtml = async (html: string, openIsolate: OpenIsolate): Promise<string | undefined> =>
  html.length > largestTree ? undefined : ask(openIsolate, readability, ["linkedom", "@mozilla/readability"], html);

/** The text of a PDF in the order of its content, one line a line; nothing when it can't be read. */
export const pdfPages = (body: Uint8Array, openIsolate: OpenIsolate): Promise<string | undefined> =>
  ask(openIsolate, pdf, ["pdfjs-dist/legacy/build/pdf.mjs", "pdfjs-dist/legacy/build/pdf.worker.mjs"], body);

async function ask(
  openIsolate: OpenIsolate,
  body: string,
  packages: readonly string[],
  question: unknown,
): Promise<string | undefined> {
  const isolate = openIsolate(body, packages);
  try {
    const outcome = await isolate.ask(question, limitMs);
    return outcome.kind === "value" && typeof outcome.value === "string" ? outcome.value : undefined;
  } finally {
    await isolate.close();
  }
}
