/** The facts taken from a source: each with its figures marked, its place, and how and when it was read and verified. */
import type { FactCard } from "../../compose/evidence.ts";
import { say, type Wording } from "../../core/wording.ts";
import { attributes, escapeHtml, outward, safeHref } from "./escape.ts";

const copies = {
  primary: "whole primary text read",
  "primary-excerpt": "excerpt of the primary text read",
  secondary: "read in another’s account",
} as const;

const states = {
  found: "verified on {date}",
  moved: "found moved on {date}",
  gone: "not found any more on {date}",
  unread: "could not be read again on {date}",
} as const;

/** Where it is `open`, as on paper, the facts stand there without being asked for. */
export function factsHtml(facts: readonly FactCard[], open: boolean, wording: Wording): string {
  if (facts.length === 0) return "";
  const count = say(wording, facts.length === 1 ? "{n} fact" : "{n} facts", { n: facts.length });
  const together = commonReading(facts, wording) !== undefined;
  const items = facts.map((fact) => factHtml(fact, together ? "" : `; ${readingOf(fact, wording)}`, wording));
  return `<details class="facts"${open ? " open" : ""}><summary>${escapeHtml(count)}</summary><ul>${items.join("")}</ul></details>`;
}

/** What is the same for all facts of a source is said once, with the source. */
export function commonReading(facts: readonly FactCard[], wording: Wording): string | undefined {
  const readings = [...new Set(facts.map((fact) => readingOf(fact, wording)))];
  return readings.length === 1 ? readings[0] : undefined;
}

/** In which copy a fact was read and when, and whether its passage was found again. */
function readingOf({ seen, copy, via, verified }: FactCard, wording: Wording): string {
  const host = via && URL.canParse(via) ? new URL(via).host : via;
  const kind = `${say(wording, copies[copy])}${host ? ` (${host})` : ""}`;
  const state = verified
    ? say(wording, states[verified.status], { date: verified.on })
    : say(wording, "not verified since");
  return say(wording, "{copy} on {date}, {state}", { copy: kind, date: seen, state });
}

function factHtml({ id, states, figures, at, link }: FactCard, reading: string, wording: Wording): string {
  const passage = safeHref(link);
  const title = attributes({ title: say(wording, "Open the passage") });
  const place = passage ? `<a${outward(passage)}${title}>${escapeHtml(at)}</a>` : escapeHtml(at);
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
