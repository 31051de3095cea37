/** A Markdown brief to what a dossier begins with: areas and their questions, required sections, minimum numbers. */
import type { Heading, List, ListItem, Nodes, Paragraph, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { type Demands, demandsOf } from "./brief-demands.ts";
import { slugOf } from "./slug.ts";

interface BriefQuestion {
  readonly id: string;
  readonly title: string;
  readonly asks: string;
}

export interface BriefArea {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly BriefQuestion[];
}

export interface Brief extends Demands {
  readonly title: string | undefined;
  /** Path of the report, when the brief names a Markdown file. */
  readonly deliverable: string | undefined;
  readonly areas: readonly BriefArea[];
  /** Titles of the sections that the report must have, as the brief spells them. */
  readonly sections: readonly string[];
}

/** Headings and introductions in the languages that a locale comes for, and their neighbours. */
const asksQuestions = /\b(?:questions?|frage(?:n|stellung)|preguntas|domande)\b/i;
const listsSections =
  /\bsections?\b.*\b(?:requises|obligatoires|attendues)\b|\b(?:required|mandatory|requested)\b.*\bsections?\b|\b(?:pflicht)?abschnitte\b|\bsecciones\b/i;

interface Title {
  readonly depth: number;
  readonly text: string;
}

/** A list with what leads to it: the headings above it, nearest last, and the paragraph before it. */
interface Introduced {
  readonly list: List;
  readonly under: readonly Title[];
  readonly lead: string;
}

export function parseBrief(markdown: string): Brief {
  const root = unified().use(remarkParse).use(remarkGfm).parse(markdown) as Root;
  const lists = introducedLists(root);
  const asked = lists.filter(
    ({ lead, under }) => asksQuestions.test(lead) || asksQuestions.test(under.at(-1)?.text ?? ""),
  );
  // A brief that never says “questions” still has some: lists most of whose items end with a question mark.
  const questions =
    asked.length > 0
      ? asked
      : lists.filter(
          ({ list }) => 2 * list.children.filter((item) => textOf(item).includes("?")).length > list.children.length,
        );
  const items = lists.flatMap(({ list }) => list.children.map(textOf));
  const paragraphs = root.children.filter((node) => node.type === "paragraph").map(textOf);
  return {
    title: titleOf(root),
    deliverable: deliverableOf(root),
    areas: areasOf(questions),
    sections: lists
      .filter(({ lead, under }) => listsSections.test(lead) || listsSections.test(under.at(-1)?.text ?? ""))
      .flatMap(({ list }) => list.children.map((item) => labelled(item).label)),
    ...demandsOf([...items, ...paragraphs]),
  };
}

/** Headings, and paragraphs that are nothing but bold words, as some write them; a colon makes the latter an introduction. */
function introducedLists(root: Root): Introduced[] {
  const found: Introduced[] = [];
  let under: Title[] = [];
  let lead = "";
  for (const node of root.children) {
    const title = asTitle(node, under);
    if (title) {
      under = [...under.filter(({ depth }) => depth < title.depth), title];
      lead = "";
    } else if (node.type === "paragraph") lead = textOf(node);
    else if (node.type === "list") {
      found.push({ list: node, under, lead });
      lead = "";
    }
  }
  return found;
}

function asTitle(node: Nodes, under: readonly Title[]): Title | undefined {
  if (node.type === "heading") return { depth: node.depth, text: plainTitle(node) };
  const [only, ...rest] = node.type === "paragraph" ? node.children : [];
  if (node.type !== "paragraph" || only?.type !== "strong" || rest.length > 0) return undefined;
  const text = plainTitle(node);
  if (text.endsWith(":") || asksQuestions.test(text) || listsSections.test(text)) return undefined;
  const real = under.findLast(({ depth }) => Number.isInteger(depth))?.depth ?? 0;
  return { depth: real + 0.5, text };
}

function areasOf(lists: readonly Introduced[]): BriefArea[] {
  const areas = new Map<string, BriefQuestion[]>();
  const taken = new Set<string>();
  for (const { list, under } of lists) {
    const title =
      under.findLast(({ text }) => !/^(?:\w+\s)?(?:questions?|fragen|preguntas|domande)$/i.test(text))?.text ??
      "Questions";
    const known = areas.get(title) ?? [];
    areas.set(title, [...known, ...list.children.map((item) => question(item, taken))]);
  }
  const ids = new Set<string>();
  return [...areas].map(([title, questions]) => ({ id: slugOf(title, ids), title, questions }));
}

function question(item: ListItem, taken: Set<string>): BriefQuestion {
  const { label, rest } = labelled(item);
  const title = rest === "" ? shortened(label) : label;
  return { id: slugOf(title, taken), title, asks: rest === "" ? label : rest };
}

/** `**Label**: the rest`, or the first line with nothing behind it. */
function labelled(item: ListItem): { label: string; rest: string } {
  const [first] = item.children;
  const [head, ...tail] = first?.type === "paragraph" ? first.children : [];
  if (head?.type !== "strong") return { label: textOf(first ?? item), rest: "" };
  const rest = tail
    .map(textOf)
    .join("")
    .replace(/^\s*[:–—-]\s*/, "")
    .trim();
  return { label: textOf(head).replace(/:$/, "").trim(), rest };
}

const shortened = (text: string) => {
  const words = text.replace(/[?.!]+$/, "").split(/\s+/);
  return words.length <= 7 ? words.join(" ") : `${words.slice(0, 6).join(" ")} …`;
};

function titleOf(root: Root): string | undefined {
  const heading = root.children.find((node): node is Heading => node.type === "heading" && node.depth === 1);
  const text = heading && textOf(heading);
  return text?.replace(/^[^:]*\b(?:task|brief|assignment|project|mission|auftrag)\b[^:]*:\s*/i, "") || undefined;
}

/** The first Markdown file that the brief names in code. */
function deliverableOf(node: Nodes): string | undefined {
  if (node.type === "inlineCode") return /^(?!\/|.*\.\.)[\w./-]+\.md$/.test(node.value) ? node.value : undefined;
  for (const child of "children" in node ? node.children : []) {
    const found = deliverableOf(child);
    if (found) return found;
  }
  return undefined;
}

/** Without numbering, emphasis and a schedule in brackets. */
const plainTitle = (node: Heading | Paragraph) =>
  textOf(node)
    .replace(/^(?:\d+|[IVX]+|[a-z])[.)]\s+/i, "")
    .replace(/\s*\([^)]*\)\s*$/, "")
    .trim();

function textOf(node: Nodes): string {
  if ("value" in node) return node.type === "html" ? "" : node.value;
  if (node.type === "break") return " ";
  if (!("children" in node)) return "";
  const between = node.type === "listItem" || node.type === "list" ? " " : "";
  return node.children.map(textOf).join(between).replace(/\s+/g, " ");
}
