/** A section's Markdown to sanitised HTML in which the marks still stand, from the cache or through remark and rehype. */
import type { Root } from "hast";
import type { Root as Markdown } from "mdast";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { Mark } from "../../compose/marks.ts";
import { digest } from "../../core/digest.ts";
import type { Cache } from "../../core/host.ts";
import { say, type Wording } from "../../core/wording.ts";
import type { Section } from "../sections.ts";
import { highlighting } from "./highlight.ts";
import { schema } from "./sanitize.ts";
import { type PictureMark, type Shaping, shape } from "./tree.ts";

/** Changes when the same Markdown would give other HTML. */
const version = "5";

export interface Rendered {
  readonly html: string;
  /** The section's marks, followed by its pictures. */
  readonly marks: readonly (Mark | PictureMark)[];
}

export async function renderSection(
  section: Section,
  isPicture: Shaping["isPicture"],
  cache: Cache,
  wording: Wording,
): Promise<Rendered> {
  const { text, marks, title, id = "" } = section;
  const tableLabel = say(wording, "Table: {title}", { title });
  // What the HTML depends on of a mark is its kind; numbers and addresses are filled in later.
  const shown = [...text.matchAll(/!\[[^\]]*\]\(([^)\s]+)/g)].map(([, path = ""]) =>
    isPicture(path) ? "shown" : "words",
  );
  const key = digest(version, text, tableLabel, id, marks.map(({ type }) => type).join(), shown.join());
  const known = recall(cache, key);
  if (known) return { html: known.html, marks: [...marks, ...known.pictures] };
  const tree = parser.parse(text);
  const highlight = await highlighting(tree, cache);
  const shaping: Shaping = { marks: [...marks], isPicture, highlight, tableLabel };
  const html = toSanitised(tree, id, shaping);
  const pictures = shaping.marks.slice(marks.length) as PictureMark[];
  cache.set("html", key, JSON.stringify({ html, pictures }));
  opened.get(cache)?.set(key, { html, pictures });
  return { html, marks: shaping.marks };
}

interface Kept {
  readonly html: string;
  readonly pictures: readonly PictureMark[];
}

/** What of a cache was read in this run. */
const opened = new WeakMap<Cache, Map<string, Kept>>();

function recall(cache: Cache, key: string): Kept | undefined {
  const read = opened.get(cache) ?? new Map<string, Kept>();
  opened.set(cache, read);
  // Asked for in any case: the cache drops what nobody asks for.
  const text = cache.get("html", key);
  if (text === undefined) return undefined;
  const kept = read.get(key) ?? (JSON.parse(text) as Kept);
  read.set(key, kept);
  return kept;
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const sanitizer = unified().use(rehypeSanitize, schema).use(rehypeStringify).freeze();

/** HTML of any Markdown: the sanitiser is the last that changes it. */
function toSanitised(markdown: Markdown, prefix: string, shaping: Shaping): string {
  const toTree = unified().use(remarkRehype, { clobberPrefix: `${prefix}-`, footnoteLabelTagName: "p" });
  const tree = toTree.runSync(markdown) as Root;
  shape(tree, shaping);
  return sanitizer.stringify(sanitizer.runSync(tree) as Root);
}
