/** Phrases that were true once are gone. */
import { entriesOf } from "../../model/dossier.ts";
import { changed } from "../example.ts";
import { perDossier } from "../memo.ts";
import type { Rule } from "../rule.ts";

const stale = "stale-claims: [{ pattern: line one, instead: line two, as-of: 2026-09-01 }]\nprofile: example";

/** A phrase as a pattern: spaces match any white space, `*` a short stretch of one paragraph. */
function phrase(pattern: string): RegExp {
  const parts = pattern
    .trim()
    .split(/(\s+|\*)/)
    .map((part) =>
      part === "*" ? "[^\\n]{0,40}?" : /^\s+$/.test(part) ? "\\s{1,9}" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
    );
  const edge = (at: string) => (/[\p{L}\p{N}]/u.test(at) ? ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"] : ["", ""]);
  return new RegExp(
    `${edge(pattern.trim()[0] ?? "")[0]}${parts.join("")}${edge(pattern.trim().at(-1) ?? "")[1]}`,
    "giu",
  );
}

/** A word that stands in whatever the phrase matches, so that most phrases need one look at all texts. */
const longestWord = (pattern: string): string =>
  (pattern.toLowerCase().match(/[a-z0-9]+/g) ?? []).reduce(
    (longest, word) => (word.length > longest.length ? word : longest),
    "",
  );

/** The long s and the sign of Kelvin are letters of ours to an expression that ignores case. */
const fold = (text: string): string => text.toLowerCase().replaceAll("\u017F", "s");

const allProse = perDossier((dossier) => {
  const pieces = [...entriesOf(dossier)].flatMap(({ prose }) => prose);
  return { pieces, folded: fold(pieces.map(({ text }) => text).join("\n")) };
});

export const staleClaim: Rule = {
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
  check({ dossier }, report) {
    const claims = dossier.config.data["stale-claims"] ?? [];
    for (const { pattern: words, instead, "as-of": date } of claims) {
      const word = longestWord(words);
      const { pieces, folded } = allProse(dossier);
      if (!folded.includes(word)) continue;
      const pattern = phrase(words);
      for (const prose of pieces) {
        if (!fold(prose.text).includes(word) || prose.text.search(pattern) < 0) continue;
        for (const match of prose.text.matchAll(pattern))
          report(
            prose.at({ start: match.index, end: match.index + match[0].length }),
            `Unexpected “${match[0].replace(/\s+/g, " ")}”, which is stale as of ${date}`,
            { hint: `Write instead: ${instead}.` },
          );
      }
    }
    return claims.length;
  },
};
