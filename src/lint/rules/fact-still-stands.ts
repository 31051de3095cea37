/** Every fact's passage still stands where the source says, as far as the last verification knows. */
import { verifiedFacts } from "../../model/verified-facts.ts";
import type { Rule } from "../rule.ts";

const ledger = (status: string) => `sources:
  city-count:
    status: alive
    checked: 2026-11-20
    since: 2026-01-05
    facts:
      speed: { status: ${status}, since: 2026-11-20, pin: 8d5f8f8de0b2 }
`;

export const factStillStands: Rule = {
  id: "fact-still-stands",
  family: "traceability",
  severity: "warning",
  summary: "Every fact's passage was found by the last verification, on a source that is not gone.",
  why: "Pages are edited and taken down. A fact whose passage is gone is suspect, and so is everything that rests on it.",
  good: { files: { "evidence.lock.yaml": ledger("found") } },
  bad: {
    files: {
      "evidence.lock.yaml": ledger("gone"),
      "sources/city-count.yaml": `type: report
title: Traffic count of the inner city
facts:
  - id: ⟦speed⟧
    states: bicycles are faster than buses below five kilometres, by 4 minutes on average
    figures: ["4 minutes"]
    at: table 2
    seen: 2026-11-22
    copy: primary
    pin: { words: 24, sha256: 8d5f8f8de0b2a4c65d5f0f8a3a7c1b6ddc4c3c2a6a8c39b4b4e4f0c4f5a7e9b1 }
`,
    },
  },
  check({ dossier }, report) {
    const verified = verifiedFacts(dossier);
    const statuses = new Map(Object.entries(dossier.ledger?.data.sources ?? {}));
    for (const entry of dossier.sources.values()) {
      const key = entry.id;
      for (const [at, { id }] of (entry.data.facts ?? []).entries()) {
        const known = verified.get(`${key}#${id}`);
        if (known?.status !== "gone" && known?.status !== "moved") continue;
        const place = entry.at("facts", at, "id");
        const trace = `\`dossier trace ${key}#${id}\` shows what rests on it.`;
        if (known.status === "gone")
          report(place, `The passage of ${key}#${id} was not on its page on ${known.checked}`, {
            hint: `Read the page again: correct the fact and its pin, or take it out. ${trace}`,
          });
        else
          report(
            place,
            `The passage of ${key}#${id} stands elsewhere since ${known.since}${known.at ? `: ${known.at}` : ""}`,
            { hint: `Give the source its new address, or the quotation its new surroundings. ${trace}` },
          );
      }
      if (statuses.get(key)?.status === "gone")
        report(entry.at("URL"), `The source ${key} is gone`, {
          hint: `Give an archived copy in \`archive\`, or another source. \`dossier trace ${key}\` shows what rests on it.`,
        });
    }
    return verified.size;
  },
};
