/** Words that say nothing are left out. */
import { escapePattern } from "../../core/escape-pattern.ts";
import { changed } from "../example.ts";
import type { Ground } from "../ground.ts";
import { once } from "../memo.ts";
import type { EntryRule } from "../rule.ts";

const common =
  "leverage leverages leveraging seamless seamlessly robust cutting-edge best-in-class holistic holistically unlock unlocks unlocking game-changer game-changing " +
  "world-class state-of-the-art revolutionary revolutionise revolutionize synergy synergies paradigm delve delves utilize utilizes utilise utilises paramount pivotal " +
  "supercharge empower empowers turnkey frictionless effortless effortlessly ever-evolving fast-paced";
const phrases = [
  "it is important to note",
  "it is worth noting",
  "needless to say",
  "at the end of the day",
  "in today's world",
  "plays a crucial role",
  "a wide range of",
  "the landscape of",
];

const fillerOf = once((config: Ground["config"]) => {
  const words = [...common.split(" "), ...phrases, ...(config.data.filler ?? [])].map((word) =>
    escapePattern(word.trim()).replace(/\s+/g, "\\s{1,9}"),
  );
  return new RegExp(`\\b(?:${words.join("|")})\\b`, "gi");
});

export const fillerWords: EntryRule = {
  id: "filler-words",
  family: "prose",
  severity: "warning",
  summary: "The prose has no filler words; dossier.yaml may list more of them.",
  why: "Filler takes a reader's time and tells that the writer had nothing to say.",
  good: { files: {} },
  bad: { files: changed("areas/transport/area.md", "How people get to work", "How people ⟦seamlessly⟧ get to work") },
  checkEntry({ prose: pieces }, { config }, report) {
    const filler = fillerOf(config);
    for (const prose of pieces) {
      if (prose.reading.masked.search(filler) < 0) continue; // matchAll copies the expression for each text
      for (const match of prose.reading.masked.matchAll(filler))
        report(
          prose.at({ start: match.index, end: match.index + match[0].length }),
          `Unexpected filler “${match[0].replace(/\s+/g, " ")}”`,
          { hint: "Delete it, or say what is meant." },
        );
    }
    return pieces.length;
  },
};
