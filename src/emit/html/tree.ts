/** What a report's Markdown means as HTML beyond Markdown itself: figures, listings, wide tables, no foreign pictures. */
import type { Element, ElementContent, Root, RootContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import type { Mark } from "../../compose/marks.ts";
import { percentDecoded } from "../../core/percent-decoded.ts";
import type { Highlight } from "./highlight.ts";

/** A picture of the report; its place is filled when the page is put together, so that no cache holds it twice. */
export interface PictureMark {
  readonly type: "picture";
  readonly path: string;
  readonly alt: string;
}

export interface Shaping {
  /** The section's marks; pictures are added to them. */
  readonly marks: (Mark | PictureMark)[];
  /** Whether a path is a picture of the report. */
  readonly isPicture: (path: string) => boolean;
  readonly highlight: Highlight;
  /** What the section is called, for the names of its tables. */
  readonly tableLabel: string;
}

const markText = /^\s*(?:\uE000\d+\uE001\s*)+$/;

/** Works in place. */
export function shape(root: Root, { marks, isPicture, highlight, tableLabel }: Shaping): void {
  const markIn = (node: RootContent | undefined): Mark | PictureMark | undefined => {
    const found = node?.type === "element" ? /\uE000(\d+)\uE001/.exec(textOf(node)) : null;
    return found ? marks[Number(found[1])] : undefined;
  };
  visit(root, (node, index, parent) => {
    // A number and its per cent sign stay on one line.
    if (node.type === "text") node.value = node.value.replace(/(?<=\d) (?=%)/g, "\u00A0");
    if (node.type !== "element") return undefined;
    for (const [name, value] of Object.entries(node.properties))
      if (typeof value === "string") node.properties[name] = value.replace(/\uE000\d*\uE001?|\uE001/g, "");
    if (node.tagName === "img" && parent && index !== undefined) {
      parent.children[index] = picture(node, marks, isPicture);
      return SKIP;
    }
    if (node.tagName === "input" && parent && index !== undefined) {
      // A box that nobody can tick is a sign.
      parent.children[index] = { type: "text", value: node.properties["checked"] ? "☑" : "☐" };
      return SKIP;
    }
    if (node.tagName === "a") {
      // A citation inside a link would be a link in a link: it goes behind.
      const inside = textOf(node).match(/\uE000\d+\uE001/g);
      if (inside && parent && index !== undefined && node.properties["href"] !== undefined) {
        visit(node, "text", (text) => void (text.value = text.value.replace(/\uE000\d+\uE001/g, "")));
        parent.children.splice(index + 1, 0, { type: "text", value: inside.join(" ") });
      }
      keepSafeLink(node);
    }
    if (/^h[1-6]$/.test(node.tagName)) {
      const mark = markIn(node);
      if (mark?.type === "heading") node.properties["id"] = mark.id;
    }
    if (node.tagName === "p" && isHead(node)) node.properties["className"] = ["head"];
    if (node.tagName === "pre") return code(node, highlight);
    if (node.tagName === "table" && parent && index !== undefined && !isScroll(parent)) {
      parent.children[index] = table(node, tableLabel);
      return index;
    }
    return undefined;
  });
  root.children = grouped(root.children, marks, markIn);
}

const isScroll = (node: { type: string }) =>
  node.type === "element" && (node as Element).properties["role"] === "group";

/** A line in bold is the head of what follows. */
function isHead({ children: [only, ...more] }: Element): boolean {
  return more.length === 0 && only?.type === "element" && only.tagName === "strong";
}

function picture(node: Element, marks: Shaping["marks"], isPicture: Shaping["isPicture"]): ElementContent {
  const path = percentDecoded(String(node.properties["src"] ?? ""));
  const alt = String(node.properties["alt"] ?? "");
  // Any other picture would have to be fetched; its words stay.
  if (!isPicture(path)) return { type: "text", value: alt };
  return { type: "text", value: `\uE000${marks.push({ type: "picture", path, alt }) - 1}\uE001` };
}

/** Links lead into the page or to the web; what leads elsewhere keeps its words only. */
function keepSafeLink(node: Element): void {
  const href = String(node.properties["href"] ?? "");
  if (!/^(?:#|https?:\/\/|mailto:)/i.test(href)) delete node.properties["href"];
}

function code(pre: Element, highlight: Highlight): typeof SKIP {
  const [inner] = pre.children;
  if (inner?.type !== "element") return SKIP;
  const [name] = (inner.properties["className"] as string[] | undefined) ?? [];
  inner.children = highlight(textOf(inner).replace(/\n$/, ""), name?.replace(/^language-/, "") ?? "");
  pre.properties = { className: ["code"], tabIndex: 0 };
  return SKIP;
}

/** In a box that scrolls; below an empty first head stand the heads of the rows. */
function table(node: Element, label: string): Element {
  const parts = elements(node);
  const head = parts.find(({ tagName }) => tagName === "thead");
  const heads = elements(head).flatMap(elements);
  const isEmpty = (cell: Element | undefined) => cell !== undefined && textOf(cell).trim() === "";
  for (const cell of heads) cell.properties["scope"] = "col";
  if (isEmpty(heads[0])) {
    for (const row of parts.filter((part) => part !== head).flatMap(elements)) {
      const [first] = elements(row);
      if (first) Object.assign(first, { tagName: "th", properties: { ...first.properties, scope: "row" } });
    }
    Object.assign(heads[0] as Element, { tagName: "td", properties: {} });
  }
  if (heads.every(isEmpty)) node.children = node.children.filter((child) => child !== head);
  const className = heads.length > 6 ? ["scroll", "wide"] : ["scroll"];
  return {
    type: "element",
    tagName: "div",
    properties: { className, role: "group", tabIndex: 0, ariaLabel: label },
    children: [node],
  };
}

const elements = (node: Element | undefined): Element[] =>
  (node?.children ?? []).filter((child): child is Element => child.type === "element");

/** Address, picture and caption become a figure; title and code a listing; a mark alone on its line stands alone. */
function grouped(
  children: readonly RootContent[],
  marks: Shaping["marks"],
  markIn: (node: RootContent | undefined) => unknown,
): RootContent[] {
  const out: RootContent[] = [];
  const all = children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const isLabel = (node: RootContent | undefined) => (markIn(node) as Mark | undefined)?.type === "label";
  const takeAnchor = (): ElementContent[] => {
    const last = out.at(-1);
    if (last?.type !== "text" || !markText.test(last.value)) return [];
    const only = /^\uE000(\d+)\uE001$/.exec(last.value.trim());
    return only && marks[Number(only[1])]?.type === "anchor" ? [out.pop() as ElementContent] : [];
  };
  for (let at = 0; at < all.length; at++) {
    const node = all[at] as RootContent;
    const next = all[at + 1];
    if (node.type !== "element") out.push(node);
    else if (node.tagName === "p" && markText.test(textOf(node))) {
      const mark = markIn(node) as Mark | PictureMark;
      const content: ElementContent = { type: "text", value: textOf(node) };
      if (mark?.type !== "picture") out.push(content);
      else if (isLabel(next)) {
        out.push(figure("picture", [...takeAnchor(), content, caption(next as Element)]));
        at++;
      } else out.push(figure("picture", [content]));
    } else if (node.tagName === "p" && isLabel(node) && next?.type === "element" && next.tagName === "pre") {
      const long = textOf(next).split("\n").length > longest;
      out.push(figure(long ? "listing long" : "listing", [...takeAnchor(), caption(node), next]));
      at++;
    } else out.push(node);
  }
  return out;
}

const figure = (name: string, children: ElementContent[]): Element => ({
  type: "element",
  tagName: "figure",
  properties: { className: name.split(" ") },
  children,
});

/** Lines of code that paper keeps on one page. */
const longest = 28;

/** The inside of a caption; emphasis around all of it is the figure's look, not its words'. */
function caption(node: Element): Element {
  const [only, ...more] = node.children;
  const children =
    only?.type === "element" && only.tagName === "em" && more.length === 0 ? only.children : node.children;
  return { type: "element", tagName: "figcaption", properties: {}, children };
}
