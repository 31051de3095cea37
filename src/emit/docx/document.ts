/** The whole document: title page, contents field, sections, references, header and footer. */
import {
  Bookmark,
  Document,
  type FileChild,
  Footer,
  Header,
  LineRuleType,
  PageNumber,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from "docx";
import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Mark } from "../../compose/marks.ts";
import { numbersOf, type Report, referenceAnchor } from "../../compose/report.ts";
import { say } from "../../core/wording.ts";
import type { Section } from "../sections.ts";
import { type BlockContext, blocks } from "./blocks.ts";
import { inline } from "./inline.ts";
import { bookmarkOf, harmless } from "./names.ts";
import type { Png } from "./pictures.ts";
import { look, numbering, styles } from "./styles.ts";
import { textWidth } from "./table.ts";

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** A4, margins in twentieths of a point. */
const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1240, bottom: 1240, left: 1020, right: 1020, header: 600, footer: 600 },
};

/** `reference` is a DOCX whose styles are taken. */
export async function documentOf(
  report: Report,
  sections: readonly Section[],
  pngs: ReadonlyMap<string, Png>,
  reference?: Uint8Array,
): Promise<Document> {
  const numbers = numbersOf(report);
  let lists = 0;
  const pngOf = (path: string) => [...pngs].find(([file]) => file === path || file.endsWith(`/${path}`))?.[1];
  const children = sections.flatMap(({ text, marks }): FileChild[] => {
    const context: BlockContext = {
      report,
      marks,
      numbers,
      pngOf,
      nextList: () => ++lists,
      standing: (mark) => standing(mark, report),
    };
    return blocks((parser.parse(text) as Root).children, context);
  });
  const { title, imprint } = report;
  const small = { size: 16, color: look.muted, font: "Calibri" } as const;
  const own = reference ? await stylesIn(reference) : undefined;
  return new Document({
    title: harmless(title),
    subject: harmless(imprint.subtitle ?? ""),
    creator: harmless(imprint.authors.join(", ") || "Dossier"),
    lastModifiedBy: "Dossier",
    description: `${say(report.wording, "As of")} ${imprint.date}`,
    ...(own === undefined ? { styles } : { externalStyles: own }),
    numbering,
    sections: [
      {
        properties: { page, titlePage: true },
        headers: {
          first: new Header({ children: [] }),
          default: new Header({
            children: [
              new Paragraph({
                tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
                children: [
                  new TextRun({ text: harmless(title), ...small }),
                  new TextRun({ text: `\t${imprint.date}`, ...small }),
                ],
              }),
            ],
          }),
        },
        footers: {
          first: new Footer({ children: [] }),
          default: new Footer({
            children: [
              new Paragraph({
                alignment: "right",
                children: [new TextRun({ children: [PageNumber.CURRENT], ...small })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
}

/** What stands for a mark that has a paragraph to itself. */
function standing(mark: Mark, report: Report): FileChild[] | undefined {
  switch (mark.type) {
    case "contents":
      return [
        new TableOfContents(say(report.wording, "Contents"), {
          hyperlink: true,
          headingStyleRange: "1-3",
          beginDirty: false,
        }),
      ];
    case "references":
      return report.references.map(({ key, number, text }) => entry(key, number, text, report));
    case "details":
      return [new Paragraph({ keepNext: true, children: [new TextRun({ text: harmless(mark.summary), bold: true })] })];
    case "end-details":
      return [];
    case "anchor":
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT },
          children: [new Bookmark({ id: bookmarkOf(mark.id), children: [] })],
        }),
      ];
    default:
      return undefined;
  }
}

function entry(key: string, number: number, markdown: string, report: Report): Paragraph {
  const [first] = (parser.parse(markdown) as Root).children;
  const words =
    first?.type === "paragraph"
      ? inline(first.children, { report, marks: [], numbers: new Map() })
      : [new TextRun(harmless(markdown))];
  const label = new Bookmark({ id: bookmarkOf(referenceAnchor(key)), children: [new TextRun(`[${number}]`)] });
  return new Paragraph({
    style: "Reference",
    tabStops: [{ type: TabStopType.LEFT, position: 567 }],
    children: [label, new TextRun("\t"), ...words],
  });
}

/** `word/styles.xml` of a reference document. */
async function stylesIn(reference: Uint8Array): Promise<string> {
  const { strFromU8, unzipSync } = await import("fflate");
  const styles = unzipSync(reference, { filter: ({ name }) => name === "word/styles.xml" })["word/styles.xml"];
  if (!styles) throw new Error("The reference document has no styles.");
  return strFromU8(styles);
}
