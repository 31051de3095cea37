/** The real report for readers: the PDF has the words of the page, and every format its headings, figures and references. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { meansOf } from "../../src/app/artefacts.ts";
import { prepare } from "../../src/app/prepare.ts";
import type { Report } from "../../src/compose/report.ts";
import { emitDocx } from "../../src/emit/docx.ts";
import { emitHtml } from "../../src/emit/html.ts";
import { emitPdf } from "../../src/emit/pdf.ts";
import { differences, readingOfHtml, readingOfPdf } from "./reading.ts";
import { realHost } from "./real-host.ts";

/** LibreOffice is not part of the project: where it is missing, only the conversion is not tried. */
const hasOffice = spawnSync("soffice", ["--version"]).status === 0;

const squeezed = (text: string) => text.replace(/[\s\u00AD]+/g, "");
const opened = (data: Uint8Array) => getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise;

let report: Report;
let means: ReturnType<typeof meansOf>;
let html: string;
let pdf: Uint8Array;

beforeAll(async () => {
  const host = realHost();
  const prepared = await prepare(host, [], { formats: [] });
  if (!prepared.report || !prepared.dossier) throw new Error("no report");
  report = prepared.report;
  means = meansOf(prepared.dossier, host);
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
    const document = await opened(pdf);
    const titles = (items: readonly { title: string; items: unknown[] }[]): string[] =>
      items.flatMap(({ title, items: inner }) => [title, ...titles(inner as typeof items)]);
    const outline = titles((await document.getOutline()) as { title: string; items: unknown[] }[]);
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

  it.skipIf(!hasOffice)(
    "opens in LibreOffice with its headings, figures and references",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "dossier-office-"));
      try {
        writeFileSync(join(folder, "report.docx"), (await emitDocx(report, means)).data as Uint8Array);
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        const args = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, "report.docx")];
        const { status } = spawnSync("soffice", args, { timeout: 150_000 });
        expect(status).toBe(0);
        const document = await opened(readFileSync(join(folder, "report.pdf")));
        let text = "";
        for (let number = 1; number <= document.numPages; number++) {
          const { items } = await (await document.getPage(number)).getTextContent();
          text += items.map((item) => ("str" in item ? item.str : "")).join("");
        }
        const words = squeezed(text);
        for (const { title } of report.contents) expect(words).toContain(squeezed(title));
        for (const [label, number] of report.labels)
          expect(words).toContain(
            `${{ figure: "Figure", table: "Table", listing: "Listing" }[label.split("/")[0] as "figure"]}${number}.`,
          );
        for (const { number } of report.references) expect(words).toContain(`[${number}]`);
        expect(words).not.toContain(`[${report.references.length + 1}]`);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    180_000,
  );
});
