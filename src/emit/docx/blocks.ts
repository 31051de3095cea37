/** Blocks of Markdown as paragraphs and tables of Word. */
import {
  Bookmark,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  ImageRun,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  TextRun,
} from "docx";
import type { Blockquote, Image, List, Paragraph as MarkdownParagraph, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Mark } from "../../compose/marks.ts";
import { say } from "../../core/wording.ts";
import { type InlineContext, inline } from "./inline.ts";
import { bookmarkOf, harmless } from "./names.ts";
import type { Png } from "./pictures.ts";
import { bullets, look, numbers } from "./styles.ts";
import { table } from "./table.ts";

export interface BlockContext extends InlineContext {
  readonly pngOf: (path: string) => Png | undefined;
  /** A number for each ordered list, so that each begins at 1. */
  readonly nextList: () => number;
  /** What a mark that stands alone is replaced with. */
  readonly standing: (mark: Mark) => FileChild[] | undefined;
}

const headings = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const markOnly = /^\s*\uE000(\d+)\uE001\s*$/;
/** Pictures are at most this wide and high, in pixels of 1/96 inch. */
const most = { width: 655, height: 800 } as const;

export function blocks(nodes: readonly RootContent[], context: BlockContext): FileChild[] {
  return nodes.flatMap((node) => block(node, context));
}

function block(node: RootContent, context: BlockContext): FileChild[] {
  switch (node.type) {
    case "heading": {
      const mark = context.marks[0];
      const children = inline(node.children, context);
      const named = mark?.type === "heading" ? [new Bookmark({ id: bookmarkOf(mark.id), children })] : children;
      const level = headings[Math.min(node.depth, 4) - 1];
      return [
        new Paragraph({ heading: level, children: named, ...(node.depth === 2 ? { pageBreakBefore: true } : {}) }),
      ];
    }
    case "paragraph":
      return paragraph(node, context);
    case "blockquote":
      return quote(node, context);
    case "list":
      return list(node, context, 0);
    case "table":
      return [table(node, context), new Paragraph({ spacing: { after: 60 }, children: [] })];
    case "code":
      return [code(node.value)];
    case "thematicBreak":
      return [
        new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: look.rule } }, children: [] }),
      ];
    case "footnoteDefinition":
      return blocks(node.children, context);
    default:
      return "children" in node ? blocks(node.children as RootContent[], context) : [];
  }
}

function paragraph(node: MarkdownParagraph, context: BlockContext): FileChild[] {
  const alone = markOnly.exec(textOf(node));
  const mark = alone ? context.marks[Number(alone[1])] : undefined;
  const standing = mark && context.standing(mark);
  if (standing) return standing;
  const [only] = node.children;
  if (only?.type === "image" && node.children.length === 1) return [picture(only, context)];
  const isLabelled = context.marks[Number(/\uE000(\d+)\uE001/.exec(textOf(node))?.[1] ?? -1)]?.type === "label";
  return [new Paragraph({ ...(isLabelled ? { style: "Caption" } : {}), children: inline(node.children, context, {}) })];
}

function picture({ url, alt }: Image, { pngOf, report }: BlockContext): Paragraph {
  const png = pngOf(url);
  const words = harmless(alt ?? "");
  if (!png)
    return new Paragraph({
      style: "Caption",
      children: [new TextRun({ text: `[${say(report.wording, "Diagram")}: ${words}]` })],
    });
  const factor = Math.min(1, most.width / png.width, most.height / png.height);
  const transformation = { width: Math.round(png.width * factor), height: Math.round(png.height * factor) };
  const image = new ImageRun({
    type: "png",
    data: png.data,
    transformation,
    altText: { name: url.replace(/^.*\//, ""), description: words, title: "" },
  });
  return new Paragraph({ keepNext: true, children: [image] });
}

function quote(node: Blockquote, context: BlockContext): FileChild[] {
  const look_ = {
    shading: { type: ShadingType.CLEAR, fill: look.panel, color: "auto" },
    border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: look.accent } },
  };
  return node.children.flatMap((child): FileChild[] =>
    child.type === "paragraph"
      ? [new Paragraph({ style: "Panel", ...look_, children: inline(child.children, context) })]
      : block(child, context),
  );
}

function list(node: List, context: BlockContext, level: number): FileChild[] {
  const reference = node.ordered ? numbers : bullets;
  const instance = node.ordered ? context.nextList() : 0;
  return node.children.flatMap((item) => {
    const box = item.checked === null || item.checked === undefined ? "" : item.checked ? "☑ " : "☐ ";
    return item.children.flatMap((child, at): FileChild[] => {
      if (child.type === "list") return list(child, context, Math.min(level + 1, 3));
      if (child.type !== "paragraph") return block(child, context);
      const children: ParagraphChild[] = [
        ...(box && at === 0 ? [new TextRun(box)] : []),
        ...inline(child.children, context),
      ];
      const spacing = { after: 60 };
      return [
        new Paragraph(
          at === 0
            ? { numbering: { reference, level, instance }, spacing, children }
            : { indent: { left: 400 * (level + 1) }, spacing, children },
        ),
      ];
    });
  });
}

function code(text: string): Paragraph {
  const lines = harmless(text).split("\n");
  return new Paragraph({
    style: "Code",
    shading: { type: ShadingType.CLEAR, fill: look.tint, color: "auto" },
    children: lines.map(
      (line, at) => new TextRun({ text: line.replaceAll("\t", "  "), ...(at > 0 ? { break: 1 } : {}) }),
    ),
  });
}
