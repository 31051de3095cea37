/** The list of contents, as nested lists of links. */
import type { ContentsItem } from "../../compose/report.ts";
import { titleText } from "../title.ts";
import { escapeHtml } from "./escape.ts";

/** Items from `least` to `most`, which are levels of headings; a deeper item stands inside the one before it. */
export function contentsHtml(items: readonly ContentsItem[], most: number, least = 2): string {
  const shown = items.filter(({ level }) => level >= least && level <= most);
  let html = "";
  const open: number[] = [];
  for (const { level, title, id } of shown) {
    while (open.length > 0 && (open.at(-1) as number) > level) {
      html += "</li></ol>";
      open.pop();
    }
    if (open.at(-1) === level) html += "</li>";
    else {
      html += "<ol>";
      open.push(level);
    }
    html += `<li><a href="#${escapeHtml(id)}">${titleHtml(title)}</a>`;
  }
  return html + "</li></ol>".repeat(open.length);
}

const titleHtml = (title: string) => escapeHtml(titleText(title));
