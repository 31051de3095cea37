/** The report as Markdown for a code host: marks become anchors, links and lists. */
import { cellText, escapeText } from "../compose/escape.ts";
import type { Mark } from "../compose/marks.ts";
import { labelText, numbersOf, type Report, referenceAnchor, useAnchor } from "../compose/report.ts";
import { say, type Wording } from "../core/wording.ts";
import type { Emit } from "./index.ts";

export const emitMarkdown: Emit = async (report) => ({ data: toMarkdown(report) });

/** Headings deeper than this are not in the contents list. */
const contentsDepth = 4;

export function toMarkdown(report: Report): string {
  const numbers = numbersOf(report);
  const used = new Map<string, number>();
  const fill = (mark: Mark): string => {
    switch (mark.type) {
      case "cite": {
        const links = mark.items.map(({ key, prefix, suffix }) => {
          const number = numbers.get(key) as number;
          const use = (used.get(key) ?? 0) + 1;
          used.set(key, use);
          const words = [prefix && `${prefix} `, `[${number}]`, suffix && `, ${suffix}`].filter(Boolean).join("");
          return `<a id="${useAnchor(number, use)}" href="#${referenceAnchor(key)}">${words.replace(/[<>&"|\n]/g, " ")}</a>`;
        });
        return links.join(" ");
      }
      case "heading":
        return `<a id="${mark.id}"></a>`;
      case "anchor":
        return `<a id="${mark.id}"></a>`;
      case "label":
        return labelText(mark, report);
      case "label-link":
        return `[${labelText(mark, report)}](#${anchorOf[mark.of]}-${mark.id})`;
      case "details":
        return `<details>\n<summary>${mark.summary.replace(/[<>&]/g, " ")}</summary>\n`;
      case "end-details":
        return "\n</details>";
      case "contents":
        return contents(report);
      case "references":
        return report.references.map((reference) => entry(reference, report.wording)).join("\n");
    }
  };
  const text = report.marks.fill(report.text, fill);
  return `${outsideFences(text, tidy).trim()}\n`;
}

/** What templates leave behind: blanks at line ends, but not a hard break, and more than one empty line. */
const tidy = (text: string) =>
  text
    .replace(/(?<=\S)( {2}) *(?=\n[ \t]*\S)|[ \t]+$/gm, (_, hardBreak?: string) => hardBreak ?? "")
    .replace(/\n{3,}/g, "\n\n");

const fence = /^([ \t>]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t>]*\2[`~]*[ \t]*$/gm;

/** Code stays as it was checked. */
function outsideFences(text: string, change: (text: string) => string): string {
  let out = "";
  let at = 0;
  for (const { 0: code, index } of text.matchAll(fence)) {
    out += change(text.slice(at, index)) + code;
    at = index + code.length;
  }
  return out + change(text.slice(at));
}

const anchorOf = { figure: "diagram", table: "table", listing: "snippet" } as const;

function contents(report: Report): string {
  const items = report.contents.filter(({ level }) => level > 1 && level <= contentsDepth);
  return items.map(({ level, title, id }) => `${"  ".repeat(level - 2)}- [${title}](#${id})`).join("\n");
}

/** Links back to at most this many places; a source cited more often says how often. */
const backLinks = 8;

function entry({ key, number, text, uses }: Report["references"][number], wording: Wording): string {
  const back = uses.slice(0, backLinks).map(({ anchor }, index) => `[${index + 1}](#${anchor})`);
  const rest =
    uses.length > backLinks ? ` ${escapeText(say(wording, "and {n} more", { n: uses.length - backLinks }))}` : "";
  return `${number}. <a id="${referenceAnchor(key)}"></a>${cellText(text)} ↩ ${back.join(" ")}${rest}`;
}
