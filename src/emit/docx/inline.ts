/** Words of Markdown as runs of Word: emphasis, code, links, and the marks of the report. */
import { Bookmark, ExternalHyperlink, InternalHyperlink, type ParagraphChild, TextRun } from "docx";
import type { PhrasingContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Mark } from "../../compose/marks.ts";
import { labelText, type Report, referenceAnchor } from "../../compose/report.ts";
import { percentDecoded } from "../../core/percent-decoded.ts";
import { bookmarkOf, harmless } from "./names.ts";
import { look } from "./styles.ts";

interface Emphasis {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly strike?: boolean;
  readonly link?: boolean;
}

export interface InlineContext {
  readonly report: Report;
  readonly marks: readonly Mark[];
  readonly numbers: ReadonlyMap<string, number>;
}

const anchorOf = { figure: "diagram", table: "table", listing: "snippet" } as const;

export function inline(
  nodes: readonly PhrasingContent[],
  context: InlineContext,
  emphasis: Emphasis = {},
): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    switch (node.type) {
      case "text":
        return withMarks(node.value, context, emphasis);
      case "strong":
        return inline(node.children, context, { ...emphasis, bold: true });
      case "emphasis":
        return inline(node.children, context, { ...emphasis, italics: true });
      case "delete":
        return inline(node.children, context, { ...emphasis, strike: true });
      case "inlineCode":
        return [
          new TextRun({
            text: harmless(node.value),
            font: look.mono,
            size: emphasis.link ? undefined : 17,
            ...run(emphasis),
          }),
        ];
      case "break":
        return [new TextRun({ break: 1 })];
      case "link":
        return linked(node.url, inline(node.children, context, { ...emphasis, link: true }));
      case "image":
        return withMarks(node.alt ?? "", context, emphasis);
      default:
        return withMarks(textOf(node), context, emphasis);
    }
  });
}

function linked(url: string, children: ParagraphChild[]): ParagraphChild[] {
  const runs = children.filter((child) => child instanceof TextRun);
  if (url.startsWith("#"))
    return [new InternalHyperlink({ anchor: bookmarkOf(percentDecoded(url.slice(1))), children: runs })];
  if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return children;
  return [new ExternalHyperlink({ link: harmless(url), children: runs })];
}

function withMarks(text: string, context: InlineContext, emphasis: Emphasis): ParagraphChild[] {
  return text.split(/\uE000(\d+)\uE001/).flatMap((part, index): ParagraphChild[] => {
    if (index % 2 === 0)
      return part === "" ? [] : [new TextRun({ text: harmless(part.replace(/\s+/g, " ")), ...run(emphasis) })];
    const mark = context.marks[Number(part)];
    return mark ? fill(mark, context, emphasis) : [];
  });
}

function fill(mark: Mark, { report, numbers }: InlineContext, emphasis: Emphasis): ParagraphChild[] {
  switch (mark.type) {
    case "cite":
      return mark.items.flatMap(({ key, prefix, suffix }, index): ParagraphChild[] => {
        const number = numbers.get(key);
        if (number === undefined) return [];
        const text = [prefix && `${prefix} `, `[${number}]`, suffix && `, ${suffix}`].filter(Boolean).join("");
        const space = index > 0 ? [new TextRun(" ")] : [];
        return [
          ...space,
          new InternalHyperlink({
            anchor: bookmarkOf(referenceAnchor(key)),
            children: [new TextRun({ text: harmless(text), color: look.accent, ...run({ ...emphasis, link: false }) })],
          }),
        ];
      });
    case "anchor":
      return [new Bookmark({ id: bookmarkOf(mark.id), children: [] })];
    case "label":
      return [new TextRun({ text: labelText(mark, report), ...run(emphasis) })];
    case "label-link": {
      const text = labelText(mark, report);
      return [
        new InternalHyperlink({
          anchor: bookmarkOf(`${anchorOf[mark.of]}-${mark.id}`),
          children: [new TextRun({ text, style: "Hyperlink", ...run(emphasis) })],
        }),
      ];
    }
    default:
      return [];
  }
}

const run = ({ bold, italics, strike, link }: Emphasis) => ({
  ...(bold ? { bold } : {}),
  ...(italics ? { italics } : {}),
  ...(strike ? { strike } : {}),
  ...(link ? { style: "Hyperlink" } : {}),
});
