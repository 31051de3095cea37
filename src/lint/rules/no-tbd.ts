/** Nothing is left to be filled in. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

const marker = /\bTBD\b(?:: *[^\n"'`,}\]]*[^\n"'`,}\]\s])?/g;

export const noTbd: Rule = {
  id: "no-tbd",
  family: "coverage",
  severity: "warning",
  summary: "No file holds the marker TBD.",
  why: "`dossier new` writes TBD wherever an author has to decide. A marker that is left is a gap that looks like text.",
  good: { files: {} },
  bad: { files: changed("areas/transport/bicycles.md", "Bicycles go straight,", "⟦TBD⟧ go straight,") },
  check({ dossier }, report) {
    let examined = 0;
    for (const source of dossier.files.values()) {
      if (!/\.(?:ya?ml|md|mmd)$/.test(source.path)) continue;
      examined++;
      if (!source.text.includes("TBD")) continue;
      for (const match of source.text.matchAll(marker))
        report({ source, span: { start: match.index, end: match.index + match[0].length } }, `Unexpected ${match[0]}`, {
          hint: "Write what is missing, or delete the field.",
        });
    }
    return examined;
  },
};
