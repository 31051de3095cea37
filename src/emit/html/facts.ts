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
  moved: "moved, but standing on",
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
  // The longest first, so that one inside another does not cut it.
  const patterns = [...figures]
    .sort((a, b) => b.length - a.length)
    .map((figure) => [figure, `(?<![\\p{L}\\d]|\\d[.,])${escapeRegExp(figure)}(?![\\p{L}\\d])`] as const);
  const held = patterns.filter(([, pattern]) => new RegExp(pattern, "u").test(text));
  const others = figures.filter((figure) => !held.some(([one]) => one === figure));
  const parts =
    held.length > 0 ? text.split(new RegExp(`(${held.map(([, pattern]) => pattern).join("|")})`, "u")) : [text];
  const words = parts.map((part, at) => (at % 2 === 1 ? `<b>${escapeHtml(part)}</b>` : escapeHtml(part)));
  return words.join("") + others.map((figure) => ` <b>${escapeHtml(figure)}</b>`).join("");
}

const escapeRegExp = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
