/** The list of references: each entry with what is known of its source, its facts, and where it is used. */
import type { FactCard, SourceCard } from "../../compose/evidence.ts";
import { type Report, referenceAnchor } from "../../compose/report.ts";
import { say, type Wording } from "../../core/wording.ts";
import { attributes, escapeHtml, safeHref } from "./escape.ts";
import type { Place } from "./fill.ts";

const copies = {
  primary: "whole primary text read",
  "primary-excerpt": "excerpt of the primary text read",
  secondary: "read in another’s account",
} as const;

/** `entries`: the formatted entries as HTML, by source. */
export function referencesHtml(
  report: Report,
  entries: ReadonlyMap<string, string>,
  placesOf: (key: string) => readonly Place[],
): string {
  const items = report.references.map(({ key, number }) => {
    const card = report.evidence.get(key);
    const parts = [
      entries.get(key) ?? escapeHtml(key),
      card ? aboutHtml(card, report.wording) : "",
      card ? factsHtml(card, report.wording) : "",
      usesHtml(placesOf(key), report.wording),
    ];
    return `<li${attributes({ id: referenceAnchor(key), value: number })}>${parts.join("")}</li>`;
  });
  return `<ol class="references">${items.join("\n")}</ol>`;
}

function aboutHtml({ organisation, tier, issued, flags, archive }: SourceCard, wording: Wording): string {
  const archived = safeHref(archive);
  const parts = [
    tier &&
      `<span${attributes({ class: "tier", title: say(wording, tierMeaning[tier] ?? "") })}>${escapeHtml(tier)}</span>`,
    organisation && `<span class="organisation">${escapeHtml(organisation)}</span>`,
    issued && `<span class="issued">${escapeHtml(issued)}</span>`,
    ...flags.map((flag) => `<span class="flag">${escapeHtml(say(wording, flag.replaceAll("-", " ")))}</span>`),
    archived && `<a${link(archived)}>${escapeHtml(say(wording, "archived copy"))}</a>`,
  ];
  return `<div class="about">${parts.filter(Boolean).join(" ")}</div>`;
}

const tierMeaning: Readonly<Record<string, string>> = {
  T0: "standard, law, peer-reviewed paper or specification",
  T1: "first-party account, official documentation, preprint with data",
  T2: "independent secondary source",
  T3: "vendor marketing, forum or unsourced",
};

function factsHtml({ facts }: SourceCard, wording: Wording): string {
  if (facts.length === 0) return "";
  const count = say(wording, facts.length === 1 ? "{n} fact" : "{n} facts", { n: facts.length });
  return `<details class="facts"><summary>${escapeHtml(count)}</summary><ul>${facts.map((fact) => factHtml(fact, wording)).join("")}</ul></details>`;
}

function factHtml({ id, states, figures, at, seen, copy, via, link: address }: FactCard, wording: Wording): string {
  const passage = safeHref(address);
  const locator = [
    escapeHtml(at),
    `${escapeHtml(say(wording, copies[copy]))}${via ? ` (${escapeHtml(hostOf(via))})` : ""}`,
    escapeHtml(say(wording, "seen {date}", { date: seen })),
    passage && `<a${link(passage)}>${escapeHtml(say(wording, "open the passage"))}</a>`,
  ];
  return (
    `<li${attributes({ "data-fact": id })}><p>${escapeHtml(states)}</p>` +
    (figures.length > 0
      ? `<p class="figures">${figures.map((figure) => `<b>${escapeHtml(figure)}</b>`).join(" ")}</p>`
      : "") +
    `<p class="locator">${locator.filter(Boolean).join("; ")}</p></li>`
  );
}

/** Section by section; the link leads to the first use in it. */
function usesHtml(places: readonly Place[], wording: Wording): string {
  const sections = new Map<string, { first: Place; count: number }>();
  for (const place of places) {
    const known = sections.get(place.section.id ?? "");
    if (known) known.count++;
    else sections.set(place.section.id ?? "", { first: place, count: 1 });
  }
  if (sections.size === 0) return "";
  const links = [...sections.values()].map(({ first, count }) => {
    const times = count > 1 ? ` (${count})` : "";
    return `<a${attributes({ href: `#${first.anchor}` })}>${escapeHtml(first.section.title)}</a>${times}`;
  });
  return `<p class="uses">↩ ${escapeHtml(say(wording, "Used in"))} ${links.join(", ")}</p>`;
}

const link = (href: string) => attributes({ href, rel: "noopener noreferrer" });

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : address);
