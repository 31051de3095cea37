/** Acronyms are explained. */
import type { Entry } from "../../model/entry.ts";
import { changed } from "../example.ts";
import type { Ground } from "../ground.ts";
import { once } from "../memo.ts";
import type { EntryRule } from "../rule.ts";

/** What every engineer knows, names that are capitals only, and words that are written so; none of them is work left open. */
const known =
  "AI API APIs ML LLM LLMs CPU GPU GPUs RAM SSD HTTP HTTPS URL URLs URI UUID JSON YAML XML CSV SQL SDK CLI UI OS VM VMs DNS TCP UDP IP TLS SSL SSH SHA JWT PDF HTML CSS SVG REST RPC " +
  "CI CD IT ID IDs EU US USA UK UN USD EUR GBP UTC GMT ISO IEC IEEE IETF RFC NIST OWASP MIT ACM CTO CEO CFO FAQ OK TODO TBD AM PM AND OR NOT IF IN NO DO ON TO OF BY II III IV VI NVIDIA AMD IBM AWS GCP SAP CVE CWE SLA SLO RAG KV QPS";

const acronym = /(?<![\p{L}\p{N}_./-])(?<word>\p{Lu}{2,6}s?)(?![\p{L}\p{N}_/]|-?\d|\.\p{L})/gu;

/** Acronyms that the whole dossier explains: in the glossary, or as the name of an organisation. */
const explained = once(({ glossary, organisations }: Ground) => {
  const terms = (glossary?.data.terms ?? []).flatMap(({ term, abbreviation }) => [term, abbreviation ?? ""]);
  const words = [...terms, ...organisations].flatMap((name) => name.split(/[^\p{L}\p{N}]+/u));
  return new Set([...known.split(" "), ...words]);
});

export const acronymDefined: EntryRule = {
  id: "acronym-defined",
  family: "prose",
  severity: "warning",
  summary: "Every acronym stands in the glossary or is written out where its file first uses it.",
  why: "A report for several trades has readers for whom each other trade's acronyms are noise.",
  good: {
    files: changed(
      "areas/transport/area.md",
      "How people get to work",
      "How the Light Rail Network (LRN) works, and why LRN is full",
    ),
  },
  bad: {
    files: changed("areas/transport/area.md", "How people get to work", "How the ⟦LRN⟧ works, and why LRN is full"),
  },
  kinds: ["section", "area", "finding", "case", "recommendation"],
  checkEntry(entry, ground, report) {
    const seen = new Set<string>();
    for (const prose of entry.prose)
      for (const match of prose.reading.masked.matchAll(acronym)) {
        const word = match.groups?.["word"] as string;
        const name = word.replace(/s$/, "");
        if (seen.has(name)) continue;
        seen.add(name);
        if (explained(ground).has(word) || explained(ground).has(name) || isDefined(entry, name)) continue;
        report(prose.at({ start: match.index, end: match.index + word.length }), `Missing explanation of “${name}”`, {
          hint: `Add it to research/glossary.yaml, or write its long form once, followed by “(${name})”.`,
        });
      }
    return seen.size;
  },
};

/** “Light Rail Network (LRN)” or “LRN (Light Rail Network)” anywhere in the file. */
function isDefined(entry: Entry, name: string): boolean {
  return entry.prose.some(
    ({ text }) =>
      text.includes(`(${name})`) ||
      text.includes(`(${name}s)`) ||
      new RegExp(`\\b${name}s? \\(\\p{L}+[ -]`, "u").test(text),
  );
}
