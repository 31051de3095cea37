/** The real report for readers: the PDF has the words of the page, and every format its headings, figures and references. */
import { beforeAll, describe, expect, it } from "vitest";
import { meansOf } from "../../src/app/artefacts.ts";
import { prepare } from "../../src/app/prepare.ts";
import type { Report } from "../../src/compose/report.ts";
import { emitHtml } from "../../src/emit/html.ts";
import { emitPdf } from "../../src/emit/pdf.ts";
import { differences, readingOfHtml, readingOfPdf } from "./reading.ts";
import { realHost } from "./real-host.ts";

let report: Report;
let html: string;
let pdf: Uint8Array;

beforeAll(async () => {
  const host = realHost();
  const prepared = await prepare(host, [], { formats: [] });
  if (!prepared.report || !prepared.dossier) throw new Error("no report");
  report = prepared.report;
  const means = meansOf(prepared.dossier, host);
  html = (await emitHtml(report, means)).data as string;
  pdf = (await emitPdf(report, means)).data as Uint8Array;
}, 180_000);

describe("the real report", () => {
  it("is one page of less than 2.5 MB", () => {
    expect(Buffer.byteLength(html)).toBeLessThan(2_500_000);
  });

  it("has the same words in the same order on paper as on the screen", async () => {
    const screen = readingOfHtml(html);
    const paper = await readingOfPdf(pdf, screen.tables);
    expect(differences(screen, paper)).toEqual([]);
    expect(screen.letters.length).toBeGreaterThan(300_000);
  });

  it("can be walked through on paper: an outline of every heading, and links to every reference", async () => {
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
    const titles = (items: readonly { title: string; items: unknown[] }[]): string[] =>
      items.flatMap(({ title, items: inner }) => [title, ...titles(inner as typeof items)]);
    const outline = titles((await document.getOutline()) as { title: string; items: unknown[] }[]);
    const squeezed = (text: string) => text.replace(/\s+/g, "");
    expect(outline.map(squeezed)).toEqual(expect.arrayContaining(report.contents.map(({ title }) => squeezed(title))));
    const targets = new Set<unknown>();
    for (let number = 1; number <= document.numPages; number++)
      for (const { subtype, dest } of await (await document.getPage(number)).getAnnotations())
        if (subtype === "Link" && dest) targets.add(dest);
    const destinations = new Set(Object.keys(await document.getDestinations()));
    for (const { key } of report.references) expect(targets).toContain(`ref-${key}`);
    expect([...targets].filter((target) => !destinations.has(target as string))).toEqual([]);
    // A sheet for about 300 words of text; far more would mean a layout that breaks.
    expect(document.numPages).toBeGreaterThan(100);
    expect(document.numPages).toBeLessThan(240);
  });
});
