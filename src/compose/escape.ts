/** Text from the records to Markdown in which it stays text. */
import remarkStringify from "remark-stringify";
import { unified } from "unified";

const processor = unified().use(remarkStringify).freeze();

/** Characters that can mean something in Markdown, anywhere or at the start of a line. */
const special = /[\\`*_{}[\]<>|~#+:@!&=.$^-]|^\d+[.)]/;

/** Text in which nothing would be escaped: titles with a dash, a colon or a version, as most are. */
const harmless = /^(?!\d+[.)](?:\s|$))[\p{L}\p{N}(“‘"'€$−](?:[^\\`*_[\]<>|~&!]|[&!](?=[ .,)]|$))*$/u;

/** One line of text, safe in a paragraph, a heading or a link. */
export function escapeText(value: string): string {
  const line = value.replace(/[\s\u0000-\u001F\u007F-\u009F\uE000\uE001]+/g, " ").trim();
  if (!special.test(line) || harmless.test(line)) return line;
  if (escaped.size > 10_000) escaped.clear();
  const known = escaped.get(line) ?? escapedLine(line);
  escaped.set(line, known);
  return known;
}

/** A title stands in many places of a report. */
const escaped = new Map<string, string>();

/** By remark, which knows every place where a character means something. */
export function escapedLine(line: string): string {
  const tree = {
    type: "root" as const,
    children: [{ type: "paragraph" as const, children: [{ type: "text" as const, value: line }] }],
  };
  return processor.stringify(tree).trimEnd().replaceAll("|", "\\|").replaceAll("~", "\\~");
}

/** Markdown on one line, for a cell of a table. */
export function cellText(markdown: string): string {
  return markdown
    .replace(/\s*\n\s*/g, " ")
    .replace(/(?<!\\)\|/g, "\\|")
    .trim();
}

/** The shortest fence that `code` does not hold. */
export function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${code.replace(/\n+$/, "")}\n${fence}`;
}
