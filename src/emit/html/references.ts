/** The list of references: each entry with what is known of its source, its facts, and where it is used. */
import type { SourceCard } from "../../compose/evidence.ts";
import { type Report, referenceAnchor } from "../../compose/report.ts";
import { say, type Wording } from "../../core/wording.ts";
import { attributes, escapeHtml, outward, safeHref } from "./escape.ts";
import { commonReading, factsHtml } from "./facts.ts";
import type { Place } from "./fill.ts";

/** `entries`: the formatted entries as HTML, by source. Where it is `open`, the facts stand under their source. */
export function referencesHtml(
  report: Report,
  entries: ReadonlyMap<string, string>,
  placesOf: (key: string) => readonly Place[],
  open: boolean,
): string {
  const items = report.references.map(({ key, number }) => {
    const card = report.evidence.get(key);
    const parts = [
      entries.get(key) ?? escapeHtml(key),
      card ? aboutHtml(card, report.wording) : "",
      card ? factsHtml(card.facts, open, report.wording) : "",
      usesHtml(placesOf(key), report.wording),
    ];
    return `<li${attributes({ id: referenceAnchor(key), value: number })}>${parts.join("")}</li>`;
  });
  return `<ol class="references">${items.join("\n")}</ol>`;
}

function aboutHtml({ organisation, tier, issued, flags, archive, facts }: SourceCard, wording: Wording): string {
  const archived = safeHref(archive);
  const reading = commonReading(facts, wording);
  const parts = [
    tier &&
      `<span${attributes({ class: "tier", title: say(wording, tierMeaning[tier] ?? "") })}>${escapeHtml(tier)}</span>`,
    organisation && `<span class="organisation">${escapeHtml(organisation)}</span>`,
    issued && `<span class="issued">${escapeHtml(issued)}</span>`,
    ...flags.map((flag) => `<span class="flag">${escapeHtml(say(wording, flag.replaceAll("-", " ")))}</span>`),
    archived && `<a${outward(archived)}>${escapeHtml(say(wording, "archived copy"))}</a>`,
    reading && `<span class="reading">${escapeHtml(reading)}</span>`,
  ];
  return `<div class="about">${parts.filter(Boolean).join(" ")}</div>`;
}

const tierMeaning: Readonly<Record<string, string>> = {
  T0: "standard, law, peer-reviewed paper or specification",
  T1: "first-party account, official documentation, preprint with data",
  T2: "independent secondary source",
  T3: "vendor marketing, forum or unsourced",
};

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
