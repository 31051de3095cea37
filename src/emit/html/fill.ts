/** Marks to HTML: citations with their facts, headings with their permalinks, pictures inside the page. */
import { type CiteItem, type Mark, pattern } from "../../compose/marks.ts";
import { labelText, numbersOf, type Report, referenceAnchor, useAnchor } from "../../compose/report.ts";
import { say } from "../../core/wording.ts";
import type { Section } from "../sections.ts";
import { attributes, escapeHtml } from "./escape.ts";
import { pictureHtml } from "./picture.ts";
import type { Rendered } from "./render.ts";
import type { PictureMark } from "./tree.ts";

/** Where a source is used. */
export interface Place {
  readonly anchor: string;
  readonly section: Pick<Section, "id" | "title">;
}

/** What marks stand for in one report. Citations count as they are filled, so sections are filled in their order. */
export class Filling {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #used = new Map<string, Place[]>();

  constructor(
    readonly report: Report,
    /** Details stand open, as paper needs them. */
    readonly open: boolean,
    /** The list of contents, and that of references, which is asked for last. */
    readonly lists: {
      readonly contents: () => string;
      readonly references: (placesOf: (key: string) => readonly Place[]) => string;
    },
  ) {
    this.#numbers = numbersOf(report);
  }

  section({ html, marks }: Rendered, section: Section): string {
    return html.replace(pattern, (_, index: string) => {
      const mark = marks[Number(index)];
      return mark ? this.#fill(mark, section) : "";
    });
  }

  /** A list that waits for what other sections cite. */
  finish(html: string): string {
    return html.replace(waiting, () => this.lists.references((key) => this.#used.get(key) ?? []));
  }

  #fill(mark: Mark | PictureMark, section: Section): string {
    switch (mark.type) {
      case "cite":
        return mark.items.map((item) => this.#cite(item, section)).join(" ");
      case "heading":
        return `<a${attributes({ class: "permalink", href: `#${mark.id}`, "aria-label": say(this.report.wording, "Link to this section") })}></a>`;
      case "anchor":
        return `<span${attributes({ id: mark.id })}></span>`;
      case "label":
        return escapeHtml(labelText(mark, this.report));
      case "label-link":
        return `<a${attributes({ href: `#${anchorOf[mark.of]}-${mark.id}` })}>${escapeHtml(labelText(mark, this.report))}</a>`;
      case "details":
        return `<details class="part"${this.open ? " open" : ""}><summary>${escapeHtml(mark.summary)}</summary>`;
      case "end-details":
        return "</details>";
      case "contents":
        return this.lists.contents();
      case "references":
        return waiting;
      case "picture":
        return pictureHtml(mark, this.report);
    }
  }

  #cite({ key, facts, prefix, suffix }: CiteItem, section: Section): string {
    const number = this.#numbers.get(key);
    if (number === undefined) return "";
    const places = this.#used.get(key) ?? [];
    const anchor = useAnchor(number, places.length + 1);
    this.#used.set(key, [...places, { anchor, section }]);
    const text = [prefix && `${prefix} `, `[${number}]`, suffix && `, ${suffix}`].filter(Boolean).join("");
    return citeLink(key, text, facts, anchor);
  }
}

/** A link to a reference that knows which of its facts are meant. */
export function citeLink(key: string, text: string, facts: readonly string[], id?: string): string {
  const values = { class: "cite", id, href: `#${referenceAnchor(key)}`, "data-facts": facts.join(" ") || undefined };
  return `<a${attributes(values)}>${escapeHtml(text)}</a>`;
}

/** Stands for the list of references until all is cited; no text of a dossier can hold it. */
const waiting = "\uE000references\uE001";

const anchorOf = { figure: "diagram", table: "table", listing: "snippet" } as const;
