/** What a browser can't print: page numbers in the list of contents, the file's properties, and the same bytes each time. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  StandardFonts,
} from "@cantoo/pdf-lib";
import type { Report } from "../../compose/report.ts";

/** Font size in points, and the distance from the lower edge of a line to its writing line as a share of the height. */
const number = { size: 8.5, rise: 0.28 } as const;

/** `printed` is Chromium's PDF of the report's page. Dates are those of the report, so that equal reports give equal bytes. */
export async function finishPdf(
  printed: Uint8Array,
  report: Pick<Report, "title" | "imprint" | "contents">,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(settled(printed), {
    updateMetadata: false,
    parseSpeed: Number.POSITIVE_INFINITY,
  });
  await numberContents(document, report);
  nameQuotes(document);
  const { subtitle, authors, date, language } = report.imprint;
  const day = new Date(`${date}T00:00:00Z`);
  document.setTitle(report.title, { showInWindowTitleBar: true });
  if (subtitle) document.setSubject(subtitle);
  if (authors.length > 0) document.setAuthor(authors.join(", "));
  document.setCreator("Dossier");
  document.setCreationDate(day);
  document.setModificationDate(day);
  document.setLanguage(language);
  // Object streams would halve the file, and double the time that it takes to make it.
  return document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}

/** Chromium names the cells of tables by a count of all nodes that the process ever made; here they count from 1. */
function settled(printed: Uint8Array): Uint8Array {
  const text = Buffer.from(printed).toString("latin1");
  const names = [...new Set(text.match(/(?<=\(node)\d{8}(?=\))/g))].sort();
  const numbers = new Map(names.map((name, index) => [name, String(index + 1).padStart(8, "0")]));
  return Buffer.from(
    text.replace(/(?<=\(node)\d{8}(?=\))/g, (name) => numbers.get(name) as string),
    "latin1",
  );
}

/**
 * A font draws some letters of Polynesian languages with the glyphs of quotation marks, and Chromium says of such a
 * glyph that it is the letter: who copies “it’s” gets another character. The marks are what reports are written with.
 */
function nameQuotes({ context }: PDFDocument): void {
  const marks: Readonly<Record<string, string>> = { "02BB": "2018", "02BC": "2019" };
  for (const [, font] of context.enumerateIndirectObjects()) {
    const ref = font instanceof PDFDict ? font.get(PDFName.of("ToUnicode")) : undefined;
    const stream = ref instanceof PDFRef ? context.lookup(ref) : undefined;
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const map = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
    const named = map.replace(/(?<=> <)02B[BC](?=>)/g, (code) => marks[code] as string);
    if (named !== map) context.assign(ref, context.flateStream(named));
  }
}

/** Chromium has no `target-counter`, but it leaves a link for each line and a destination for each heading. */
async function numberContents(document: PDFDocument, { contents }: Pick<Report, "contents">): Promise<void> {
  const pages = document.getPages();
  const pageOf = destinationsOf(document, pages);
  const first = pageOf.get("contents");
  if (first === undefined) return;
  const after = contents.filter(({ level }) => level === 2).findIndex(({ id }) => id === "contents") + 1;
  const next = pageOf.get(contents.filter(({ level }) => level === 2)[after]?.id ?? "") ?? first + 1;
  const listed = new Set(contents.map(({ id }) => id));
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const page of pages.slice(first, Math.max(next, first + 1))) {
    const marks: string[] = [];
    const name = page.node.newFontDictionary("Number", font.ref).asString();
    for (const { target, rect } of linksOf(page)) {
      const index = listed.has(target) ? pageOf.get(target) : undefined;
      if (index === undefined) continue;
      const text = String(index + 1);
      const x = rect.right - font.widthOfTextAtSize(text, number.size) - 2;
      const y = rect.bottom + (rect.top - rect.bottom) * number.rise;
      marks.push(
        `BT ${name} ${number.size} Tf 0.27 0.33 0.37 rg 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm (${text}) Tj ET`,
      );
    }
    // A reader who listens follows the links: to him the numbers are decoration.
    if (marks.length > 0) append(document, page, `/Artifact BMC\n${marks.join("\n")}\nEMC`);
  }
}

/** Index of the page of each named destination. */
function destinationsOf(document: PDFDocument, pages: readonly PDFPage[]): Map<string, number> {
  const indices = new Map(pages.map(({ ref }, index) => [ref.toString(), index]));
  const found = new Map<string, number>();
  for (const [name, value] of document.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict)?.entries() ?? []) {
    const destination = document.context.lookup(value);
    const page = destination instanceof PDFArray ? destination.get(0) : undefined;
    const index = page instanceof PDFRef ? indices.get(page.toString()) : undefined;
    if (index !== undefined) found.set(name.decodeText(), index);
  }
  return found;
}

function* linksOf(page: PDFPage) {
  const annotations = page.node.Annots();
  for (let at = 0; at < (annotations?.size() ?? 0); at++) {
    const annotation = annotations?.lookupMaybe(at, PDFDict);
    const target = annotation?.lookup(PDFName.of("Dest"));
    const rect = annotation?.lookupMaybe(PDFName.of("Rect"), PDFArray);
    if (!(target instanceof PDFName) || !rect) continue;
    const [, bottom = 0, right = 0, top = 0] = rect
      .asArray()
      .map((side) => (side instanceof PDFNumber ? side.asNumber() : 0));
    yield { target: target.decodeText(), rect: { bottom, right, top } };
  }
}

/** Adds to what a page draws, after its own state is put back as it was. */
function append(document: PDFDocument, page: PDFPage, operators: string): void {
  const { context } = document;
  const [save, restore] = ["q", `Q\n${operators}`].map((text) => context.register(context.stream(text)));
  const contents = page.node.Contents();
  const before = contents instanceof PDFArray ? contents.asArray() : [page.node.get(PDFName.of("Contents"))];
  page.node.set(PDFName.of("Contents"), context.obj([save, ...before, restore] as PDFRef[]));
}
