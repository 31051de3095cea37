/** The report as one HTML file that needs nothing else: styles, fonts, pictures, models and program stand inside. */
import { createHash } from "node:crypto";
import Handlebars from "handlebars";
import type { Report } from "../compose/report.ts";
import type { Cache } from "../core/host.ts";
import { say } from "../core/wording.ts";
import { chainHtml, decisionsHtml } from "./html/chains.ts";
import { contentsHtml } from "./html/contents.ts";
import { escapeHtml } from "./html/escape.ts";
import { Filling } from "./html/fill.ts";
import { partsOf } from "./html/parts.ts";
import { assetOf } from "./html/picture.ts";
import { referencesHtml } from "./html/references.ts";
import { renderSection } from "./html/render.ts";
import type { Emit } from "./index.ts";
import { sectionsOf } from "./sections.ts";

/** What stands around the words, as text. */
export interface PageParts {
  /** Handlebars for HTML; every value but the prepared ones is escaped. */
  readonly template: string;
  readonly style: string;
  /** Font faces as a style sheet that holds the fonts. */
  readonly fonts: string;
  /** The page's program; without it the page is for paper. */
  readonly script?: string;
  /** A second program and whom it may talk to, for the preview. */
  readonly live?: { readonly script: string; readonly connect: string };
}

export const emitHtml: Emit = async (report, means) => ({
  data: await toHtml(report, partsOf(means, "screen"), means.cache),
});

/** Headings that the rail beside the text shows, and those of the list of contents. */
const depth = { rail: 4, list: 4 } as const;

/** One section of the page. */
export interface PageSection {
  /** None for what stands before the first heading. */
  readonly id?: string;
  /** The whole element. */
  readonly html: string;
}

/** Rejects only when the template is wrong. */
export async function toHtml(report: Report, parts: PageParts, cache: Cache): Promise<string> {
  return toPage(report, parts, await toSections(report, parts.script === undefined, cache));
}

/** The words of the page; on paper, parts that can be closed stand open. */
export async function toSections(report: Report, isPaper: boolean, cache: Cache): Promise<PageSection[]> {
  const isPicture = (path: string) => assetOf(report, path) !== undefined;
  const entries = new Map<string, string>();
  for (const { key, text } of report.references) {
    const { html } = await renderSection({ level: 0, title: key, text, marks: [] }, () => false, cache, report.wording);
    entries.set(key, html);
  }
  const others = report.contents.filter(({ id }) => id !== "contents");
  const filling = new Filling(report, isPaper, {
    contents: () => `<div class="contents">${contentsHtml(others, depth.list)}</div>`,
    references: (placesOf) => referencesHtml(report, entries, placesOf, isPaper),
  });
  const chains = new Map(report.chains.map((chain) => [`recommendation-${chain.id}`, chain]));
  const sections: PageSection[] = [];
  for (const section of sectionsOf(report)) {
    const { id, level } = section;
    const html = filling.section(await renderSection(section, isPicture, cache, report.wording), section);
    const chain = chains.get(id ?? "");
    const added =
      (chain ? chainHtml(chain, report, isPaper) : "") + (id === "recommendations" ? decisionsHtml(report) : "");
    const name = id === undefined ? ` class="front"` : ` data-section="${escapeHtml(id)}"`;
    sections.push({
      ...(id === undefined ? {} : { id }),
      html: `<section${name} data-level="${level}">${html}${added}</section>`,
    });
  }
  return sections.map(({ html, ...section }) => ({ ...section, html: filling.finish(html) }));
}

/** Puts what stands around the words around them. */
export function toPage(
  report: Report,
  { template, style, fonts, script, live }: PageParts,
  sections: readonly PageSection[],
): string {
  // Before anything is drawn: what only the program can fill keeps its room.
  const first = script === undefined ? undefined : 'document.documentElement.classList.add("js")';
  const program = [script, live?.script].filter((text): text is string => text !== undefined).map(closed);
  const styles = fonts + style + (script === undefined ? runningHead(report) : "");
  const policy = [
    "default-src 'none'",
    program.length > 0 ? `script-src ${[first ?? "", ...program].map(hashOf).join(" ")}` : "",
    `style-src ${hashOf(styles)}`,
    "img-src data:",
    "font-src data:",
    live ? `connect-src ${live.connect}` : "",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const render = Handlebars.create().compile(template, { strict: true });
  return render({
    title: report.title,
    subtitle: report.imprint.subtitle ?? "",
    authors: report.imprint.authors.join(", "),
    language: report.imprint.language,
    skip: say(report.wording, "Skip to the report"),
    contents: say(report.wording, "Contents"),
    wording: script === undefined || Object.keys(report.wording).length === 0 ? "" : inScript(report.wording),
    date: report.imprint.date,
    policy: policy.filter(Boolean).join("; "),
    styles,
    // The rail is the contents; their section is for paper.
    rail: contentsHtml(
      report.contents.filter(({ id }) => id !== "contents"),
      depth.rail,
    ),
    body: sections.map(({ html }) => `${html}\n`).join(""),
    models: script === undefined ? "" : inScript(report.liveModels),
    first: first ?? "",
    programs: program,
  });
}

/** The title and the date on every page but the first, which has no number either. */
function runningHead({ title, imprint }: Report): string {
  const text = (words: string) =>
    `"${words.replace(/[^\p{L}\p{N} .,:-]/gu, (character) => `\\${(character.codePointAt(0) as number).toString(16)} `)}"`;
  return (
    `@page{@top-left{content:${text(title)}}@top-right{content:${text(imprint.date)}}}` +
    "@page:first{@top-left{content:none}@top-right{content:none}@bottom-right{content:none}}"
  );
}

/** Data can't end its element. */
const inScript = (data: unknown) => JSON.stringify(data).replaceAll("<", "\\u003c");

/** A program can't end its own element. */
const closed = (script: string) => script.replace(/<\/(script)/gi, "<\\/$1").replaceAll("<!--", "<\\!--");

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
