/** PDF and DOCX of one report: the same words, headings, figures and references as the page; the same bytes each time. */
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { meansOf } from "../../src/app/artefacts.ts";
import { prepare } from "../../src/app/prepare.ts";
import type { Report } from "../../src/compose/report.ts";
import { UserError } from "../../src/core/user-error.ts";
import { emitDocx } from "../../src/emit/docx.ts";
import { emitPdf } from "../../src/emit/pdf.ts";
import { memoryHost } from "../app/memory-host.ts";
import { cache, smallFiles } from "./small-report.ts";

let report: Report;
let means: ReturnType<typeof meansOf>;
let pdf: Uint8Array;
let docx: Uint8Array;

beforeAll(async () => {
  const host = memoryHost(smallFiles, cache);
  const prepared = await prepare(host, [], { draft: true, formats: [] });
  if (!prepared.report || !prepared.dossier) throw new Error("no report");
  report = prepared.report;
  means = meansOf(prepared.dossier, host);
  pdf = (await emitPdf(report, means)).data as Uint8Array;
  docx = (await emitDocx(report, means)).data as Uint8Array;
}, 120_000);

async function opened() {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  return getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
}

async function pagesOf(document: Awaited<ReturnType<typeof opened>>): Promise<string[]> {
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replace(/\s+/g, " "),
    );
  }
  return pages;
}

/** Without hyphens and spaces, which line breaks move. */
const letters = (text: string) => text.replace(/[\s\u00AD-]+/g, "");

describe("the PDF", () => {
  it("has a title, dates of the report, tags and an outline of every heading", async () => {
    const document = await opened();
    const { info } = (await document.getMetadata()) as unknown as { info: Record<string, unknown> };
    expect(info["Title"]).toBe(report.title);
    expect(info["CreationDate"]).toBe(`D:${report.imprint.date.replaceAll("-", "")}000000Z`);
    expect((await document.getMarkInfo())?.Marked).toBe(true);
    const titles = (items: readonly { title: string; items: unknown[] }[]): string[] =>
      items.flatMap(({ title, items: inner }) => [title, ...titles(inner as typeof items)]);
    const outline = titles((await document.getOutline()) as { title: string; items: unknown[] }[]);
    for (const { title } of report.contents) expect(outline.map(letters)).toContain(letters(title));
  });

  it("numbers the lines of its contents with the pages that they lead to", async () => {
    const document = await opened();
    const pages = await pagesOf(document);
    const contents = pages.find((page) => page.includes("Contents") && page.includes("References")) ?? "";
    const links = (
      await Promise.all(pages.map(async (_, at) => (await document.getPage(at + 1)).getAnnotations()))
    ).flat();
    expect(links.filter(({ subtype, dest }) => subtype === "Link" && dest).length).toBeGreaterThan(20);
    const destination = (await document.getDestination("references")) as unknown[];
    const page = (await document.getPageIndex(destination[0] as never)) + 1;
    expect(page).toBeGreaterThan(3);
    expect(contents.split(" ")).toContain(String(page));
    expect(letters(pages[page - 1] ?? "")).toContain("References");
  });

  it("has the words of the report", async () => {
    const words = letters((await pagesOf(await opened())).join(" "));
    for (const { title } of report.contents) expect(words).toContain(letters(title));
    for (const chain of report.chains) expect(words).toContain(letters(chain.title));
  });

  it("is the same when it is made again", async () => {
    expect(Buffer.compare((await emitPdf(report, means)).data as Uint8Array, pdf)).toBe(0);
  });

  it("is missing without a browser, and says how to get one", async () => {
    const openBrowser = () =>
      Promise.reject(new UserError("No browser could be started.", "Install Chrome or Chromium.", 3));
    const { data, failure } = await emitPdf(report, { ...means, openBrowser });
    expect(data).toBeUndefined();
    expect(failure?.hint).toContain("Chromium");
  });
});

describe("the DOCX", () => {
  const part = (name: string) => strFromU8(unzipSync(docx)[name] as Uint8Array);
  const textIn = (xml: string) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join("");
  const paragraphs = (style: string) =>
    (part("word/document.xml").match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/g) ?? [])
      .filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
      .map(textIn);

  it("has the report's headings in real heading styles, and a field for the contents", () => {
    const headings = ["Heading1", "Heading2", "Heading3"].flatMap(paragraphs).map(letters);
    for (const { title } of report.contents) expect(headings).toContain(letters(title.replaceAll("&", "&amp;")));
    expect(part("word/document.xml")).toMatch(/<w:instrText[^>]*>TOC /);
  });

  it("numbers and links its references, and every link has its bookmark", () => {
    const xml = part("word/document.xml");
    expect(paragraphs("Reference")).toHaveLength(report.references.length);
    const bookmarks = new Set([...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name));
    const anchors = [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map(([, name]) => name as string);
    expect(anchors.length).toBeGreaterThan(10);
    expect(anchors.filter((name) => !bookmarks.has(name))).toEqual([]);
    for (const name of bookmarks) expect(name).toMatch(/^\w{1,40}$/);
  });

  it("shows each picture with its description", () => {
    const pictures = part("word/document.xml").match(/<wp:docPr [^>]*descr="[^"]{10,}"/g) ?? [];
    const figures = [...report.labels.keys()].filter((label) => label.startsWith("figure/"));
    expect(pictures).toHaveLength(figures.length);
    expect(Object.keys(unzipSync(docx)).filter((name) => name.endsWith(".png"))).toHaveLength(figures.length);
  });

  it("is the same when it is made again, and dated by the report", async () => {
    expect(Buffer.compare((await emitDocx(report, means)).data as Uint8Array, docx)).toBe(0);
    expect(part("docProps/core.xml")).toContain(`${report.imprint.date}T00:00:00Z`);
  });

  it("is made without a browser too, with words in place of pictures", async () => {
    const openBrowser = () => Promise.reject(new UserError("No browser could be started.", "Install one.", 3));
    const { data, failure } = await emitDocx(report, {
      ...means,
      cache: { get: () => undefined, set: () => undefined },
      openBrowser,
    });
    expect(failure).toBeInstanceOf(UserError);
    expect(textIn(strFromU8(unzipSync(data as Uint8Array)["word/document.xml"] as Uint8Array))).toContain("[Diagram: ");
  });
});
