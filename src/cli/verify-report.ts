/** What `dossier verify` says: what is not as it was, what rests on it, and the counts. */
import { restsOn } from "../app/trace.ts";
import type { Verification, Verified } from "../app/verify.ts";
import { supportOf } from "../model/support.ts";
import { harmless, paint } from "./paint.ts";

export function verificationText({ dossier, results, skipped }: Verification): string {
  const colours = paint(process.stdout);
  const support = supportOf(dossier);
  const lines: string[] = [];
  for (const { key, entry } of results) {
    const { status, says, at, strikes } = entry;
    const colour = status === "gone" ? colours.red : colours.yellow;
    const more = [says, at && `now at ${at}`, strikes && `${strikes} in a row since ${entry["first-failure"]}`]
      .filter(Boolean)
      .join("; ");
    if (status !== "alive") lines.push(`${colour(status)} ${harmless(`${key}${more ? `: ${more}` : ""}`)}`);
    for (const [id, fact] of factsOf(entry)) {
      if (fact.status === "found") continue;
      const mark = fact.status === "gone" ? colours.red(fact.status) : colours.yellow(fact.status);
      lines.push(`${mark} ${harmless(`${key}#${id}: ${meaning[fact.status]}${fact.at ? ` (${fact.at})` : ""}`)}`);
      const above = fact.status === "gone" ? restsOn(dossier, `fact/${key}#${id}`, support) : [];
      if (above.length > 0)
        lines.push(
          `  ${colours.dim("rests on it:")} ${harmless(above.map((node) => node.replace("/", " ")).join(", "))}`,
        );
    }
  }
  const sources = tally(results.map(({ entry }) => entry.status));
  const facts = tally(results.flatMap(({ entry }) => factsOf(entry).map(([, { status }]) => status)));
  const left = skipped > 0 ? `; ${skipped} left out` : "";
  return `${[...lines, `${results.length} sources: ${sources}${left}. Facts bound to a passage: ${facts}.`].join("\n")}\n`;
}

/** `results` have key, status, http?, says?, at?, facts; fields are only added. */
export function verificationJson({ dossier, results, skipped }: Verification): string {
  const support = supportOf(dossier);
  const lines = results.map(({ key, entry }) => ({
    key,
    ...entry,
    facts: Object.fromEntries(
      factsOf(entry).map(([id, fact]) => [
        id,
        fact.status === "gone" ? { ...fact, "rests-on-it": restsOn(dossier, `fact/${key}#${id}`, support) } : fact,
      ]),
    ),
  }));
  return `${JSON.stringify({ version: 1, skipped, results: lines }, null, 2)}\n`;
}

const meaning = {
  found: "the passage stands",
  moved: "the passage stands, but elsewhere",
  gone: "the passage is not on the page any more",
  unread: "no text of the page could be read",
} as const;

const factsOf = (entry: Verified["entry"]) => Object.entries(entry.facts ?? {});

function tally(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts.size === 0 ? "none" : [...counts].map(([word, count]) => `${count} ${word}`).join(", ");
}
