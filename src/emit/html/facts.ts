/** The facts taken from a source: each with its figures marked, its place, and how and when it was read and verified. */
import type { FactCard } from "../../compose/evidence.ts";
import { attributes, escapeHtml, outward, safeHref } from "./escape.ts";

const copies = {
  primary: "whole primary text read",
  "primary-excerpt": "excerpt of the primary text read",
  secondary: "read in another’s account",
} as const;

const states = {
  found: "verified on",
  moved: "found moved on",
  gone: "not found any more on",
  unread: "could not be read again on",
} as const;

/** Where it is `open`, as on paper, the facts stand there without being asked for. */
export function factsHtml(facts: readonly FactCard[], open: boolean): string {
  if (facts.length === 0) return "";
  const count = facts.length === 1 ? "1 fact" : `${facts.length} facts`;
  const together = commonReading(facts) !== undefined;
  const items = facts.map((fact) => factHtml(fact, together ? "" : `; ${readingOf(fact)}`));
  return `<details class="facts"${open ? " open" : ""}><summary>${count}</summary><ul>${items.join("")}</ul></details>`;
}

/** What is the same for all facts of a source is said once, with the source. */
export function commonReading(facts: readonly FactCard[]): string | undefined {
  const readings = [...new Set(facts.map(readingOf))];
  return readings.length === 1 ? readings[0] : undefined;
}

/** In which copy a fact was read and when, and whether its passage was found again. */
function readingOf({ seen, copy, via, verified }: FactCard): string {
  const host = via && URL.canParse(via) ? new URL(via).host : via;
  const state = verified ? `${states[verified.status]} ${verified.on}` : "not verified since";
  return `${copies[copy]}${host ? ` (${host})` : ""} on ${seen}, ${state}`;
}

function factHtml({ id, states, figures, at, link }: FactCard, reading: string): string {
  const passage = safeHref(link);
  const place = passage ? `<a${outward(passage)} title="Open the passage">${escapeHtml(at)}</a>` : escapeHtml(at);
  return (
    `<li${attributes({ "data-fact": id })}><p>${marked(states, figures)}</p>` +
    `<p class="locator">${place}${escapeHtml(reading)}</p></li>`
  );
}

/** A figure that the sentence holds is marked in it; one that the sentence writes in another way is added. */
function marked(text: string, figures: readonly string[]): string {
  const held = figures
    .map((figure) => ({ figure, start: placeOf(figure, text) }))
    .filter(({ start }) => start >= 0)
    // Of two in one place the longer.
    .sort((a, b) => a.start - b.start || b.figure.length - a.figure.length);
  let html = "";
  let end = 0;
  const rest = new Set(figures);
  for (const { figure, start } of held) {
    rest.delete(figure);
    if (start < end) continue;
    html += `${escapeHtml(text.slice(end, start))}<b>${escapeHtml(figure)}</b>`;
    end = start + figure.length;
  }
  return html + escapeHtml(text.slice(end)) + [...rest].map((figure) => ` <b>${escapeHtml(figure)}</b>`).join("");
}

/** Where a figure stands on its own: the “5 %” in “15 %” is another one. */
function placeOf(figure: string, text: string): number {
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1))
    if (
      !/[\p{L}\d]$|\d[.,]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
      !/^[\p{L}\d]/u.test(text.slice(at + figure.length))
    )
      return at;
  return -1;
}
