/** What a program finds that extracts text: of the page as HTML, and of its print as PDF. */
import { parseDocument } from "htmlparser2";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** All that is not white space, in order, and where there is some between: `soft` may be a line's end inside a word. */
export interface Reading {
  readonly letters: string;
  readonly gaps: ReadonlyMap<number, "space" | "soft">;
}

/** A table that paper may continue on the next page under the same head, as a range of letters. */
interface ContinuedTable {
  readonly head: string;
  readonly from: number;
  readonly to: number;
}

class Letters {
  letters = "";
  readonly gaps = new Map<number, "space" | "soft">();

  add(text: string): void {
    for (const character of text.replaceAll("\u00A0", " ").normalize("NFKC"))
      if (/\s/.test(character)) this.gap("space");
      else this.letters += character;
  }

  gap(kind: "space" | "soft"): void {
    if (this.gaps.get(this.letters.length) !== "soft") this.gaps.set(this.letters.length, kind);
  }
}

type Node = ReturnType<typeof parseDocument>["children"][number];

const inline = new Set(["a", "b", "code", "del", "em", "i", "s", "span", "strong", "sub", "sup"]);

/** The page's main part. Boxes are set apart without a space, which is a `soft` gap; pictures are read as their own text. */
export function readingOfHtml(html: string): Reading & { readonly tables: readonly ContinuedTable[] } {
  const reading = new Letters();
  const tables: ContinuedTable[] = [];
  const walk = (node: Node, inContents: boolean): void => {
    if (node.type === "text") return reading.add((node as unknown as { data: string }).data);
    if (!("children" in node) || node.type === "script") return;
    const { name = "", attribs = {} } = node as unknown as { name: string; attribs: Record<string, string> };
    const from = reading.letters.length;
    if (!inline.has(name)) reading.gap("soft");
    if (name === "img") readPicture(attribs["src"] ?? "", reading);
    // The browser's own numbers; the list of contents has none.
    if (name === "li" && (node.parent as { name?: string }).name === "ol" && !inContents) {
      const items = (node.parent?.children ?? []).filter((child) => "name" in child && child.name === "li");
      reading.add(`${attribs["value"] ?? items.indexOf(node) + 1}. `);
    }
    for (const child of node.children as Node[]) walk(child, inContents || attribs["class"] === "contents");
    if (!inline.has(name)) reading.gap("soft");
    if (name === "thead") tables.push({ head: reading.letters.slice(from), from, to: from });
    const last = tables.at(-1);
    if (name === "table" && last && last.from >= from)
      tables[tables.length - 1] = { ...last, to: reading.letters.length };
  };
  for (const node of parseDocument(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "").children) walk(node, false);
  return { letters: reading.letters, gaps: reading.gaps, tables };
}

function readPicture(address: string, reading: Letters): void {
  const walk = (node: Node, inText: boolean): void => {
    if (node.type === "text" && inText) reading.add((node as unknown as { data: string }).data);
    if (!("children" in node)) return;
    const { name } = node as unknown as { name: string };
    for (const child of node.children as Node[]) walk(child, inText || name === "text");
    // Lines of a label are elements of their own, words within a line are too.
    if (name === "text" || (node.parent as { name?: string } | null)?.name === "text") reading.gap("soft");
  };
  const svg = decodeURIComponent(address.replace(/^data:image\/svg\+xml,/, ""));
  for (const node of parseDocument(svg, { xmlMode: true }).children) walk(node, false);
}

/** Without what belongs to the sheet: running head and page number, page numbers in the contents, heads of tables again. */
export async function readingOfPdf(pdf: Uint8Array, tables: readonly ContinuedTable[]): Promise<Reading> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  const reading = new Letters();
  for (let number = 1; number <= document.numPages; number++) {
    const page = new Letters();
    const { items } = await (await document.getPage(number)).getTextContent({ includeMarkedContent: true });
    const marked: string[] = [];
    for (const item of items) {
      if (!("str" in item)) {
        if (item.type === "endMarkedContent") marked.pop();
        else marked.push((item as { tag?: string }).tag ?? "");
      } else if (marked.length > 0 && !marked.includes("Artifact")) {
        page.add(item.str);
        if (item.hasEOL) page.gap("soft");
      }
    }
    reading.gap("soft");
    const at = reading.letters.length;
    const continued = tables.find(({ from, to }) => from < at && at < to);
    const again = continued && page.letters.startsWith(continued.head) ? continued.head.length : 0;
    for (const [place, kind] of page.gaps) if (place > again) reading.gaps.set(at + place - again, kind);
    reading.letters += page.letters.slice(again);
  }
  return reading;
}

/** Places at which two readings differ, at most some of them, each as the words of both. */
export function differences(screen: Reading, paper: Reading): string[] {
  const around = ({ letters }: Reading, at: number) =>
    `${letters.slice(Math.max(0, at - 30), at)}|${letters.slice(at, at + 30)}`;
  if (screen.letters !== paper.letters) {
    let at = 0;
    while (screen.letters[at] === paper.letters[at]) at++;
    return [`other letters: ${around(screen, at)} on the screen, ${around(paper, at)} on paper`];
  }
  const lost = [...screen.gaps].filter(([at, kind]) => kind === "space" && !paper.gaps.has(at));
  const added = [...paper.gaps].filter(([at, kind]) => kind === "space" && !screen.gaps.has(at));
  return [
    ...lost.map(([at]) => `no space on paper: ${around(screen, at)}`),
    ...added.map(([at]) => `a space on paper only: ${around(paper, at)}`),
  ].slice(0, 20);
}
