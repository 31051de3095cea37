/** Phrases that were true once are gone. */
import { escapePattern } from "../../core/escape-pattern.ts";
import type { Span } from "../../core/span.ts";
import { changed } from "../example.ts";
import type { Ground } from "../ground.ts";
import { once } from "../memo.ts";
import type { EntryRule } from "../rule.ts";

const stale = "stale-claims: [{ pattern: line one, instead: line two, as-of: 2026-09-01 }]\nprofile: example";

/** A phrase as an expression: spaces match any white space, `*` a short stretch of one paragraph. */
function expressionOf(pattern: string): RegExp {
  const parts = pattern
    .split(/(\s+|\*)/)
    .map((part) => (part === "*" ? "[^\\n]{0,40}?" : /^\s+$/.test(part) ? "\\s{1,9}" : escapePattern(part)));
  return new RegExp(parts.join(""), "giu");
}

const longestWord = (pattern: string): string =>
  (pattern.toLowerCase().match(/[a-z0-9]+/g) ?? []).reduce(
    (longest, word) => (word.length > longest.length ? word : longest),
    "",
  );

/** Each claim with a word that stands in whatever its phrase matches, so that few texts need the expression. */
const claimsOf = once(({ data }: Ground["config"]) =>
  (data["stale-claims"] ?? []).map((claim) => ({ ...claim, word: longestWord(claim.pattern) })),
);

/** The long s and the sign of Kelvin are letters of ours to an expression that ignores case. */
const fold = (text: string): string => text.toLowerCase().replaceAll("\u017F", "s");

const letter = /[\p{L}\p{N}]/u;

/** Where the phrase stands in a text, not within a longer word. */
function* occurrences(text: string, pattern: string): Generator<Span> {
  const expression = expressionOf(pattern);
  const goesOn = (edge: string | undefined, beyond: string | undefined) =>
    edge !== undefined && beyond !== undefined && letter.test(edge) && letter.test(beyond);
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (goesOn(pattern[0], text[span.start - 1]) || goesOn(pattern.at(-1), text[span.end]))
      expression.lastIndex = span.start + 1;
    else yield span;
  }
}

export const staleClaim: EntryRule = {
  id: "stale-claim",
  family: "currency",
  severity: "error",
  summary: "No phrase that dossier.yaml lists as stale stands in the prose.",
  why: "Old versions, moved dates and renamed lists are copied from text to text long after they changed.",
  good: { files: changed("dossier.yaml", "profile: example", stale) },
  bad: {
    files: {
      ...changed("dossier.yaml", "profile: example", stale),
      ...changed("areas/transport/area.md", "How people get to work", "How people on ⟦line one⟧ get to work"),
    },
  },
  checkEntry({ prose: pieces }, { config }, report) {
    const claims = claimsOf(config);
    for (const prose of pieces) {
      const folded = fold(prose.text);
      for (const { pattern, word, instead, "as-of": date } of claims) {
        if (!folded.includes(word)) continue;
        for (const span of occurrences(prose.text, pattern.trim())) {
          const found = prose.text.slice(span.start, span.end).replace(/\s+/g, " ");
          report(prose.at(span), `Unexpected “${found}”, which is stale as of ${date}`, {
            hint: `Write instead: ${instead}.`,
          });
        }
      }
    }
    return claims.length * pieces.length;
  },
};
