/** The facts that somebody cites, with what `verify` last said of them: the report and `lint` count the same ones. */
import { type Dossier, entriesOf } from "./dossier.ts";
import { itemsIn } from "./entry.ts";
import type { Fact } from "./source.ts";
import { verifiedFacts } from "./verified-facts.ts";

export interface CitedFact {
  readonly fact: Fact;
  /** The day on which `verify` last found it standing. */
  readonly verified?: string;
}

export function citedFacts(dossier: Dossier): CitedFact[] {
  const cited = new Set<string>();
  for (const entry of entriesOf(dossier)) for (const { key, fact } of itemsIn(entry)) cited.add(`${key}#${fact}`);
  const known = verifiedFacts(dossier);
  return [...dossier.sources.values()].flatMap(({ id: key, data }) =>
    (data.facts ?? []).flatMap((fact) => {
      const name = `${key}#${fact.id}`;
      const said = known.get(name);
      return cited.has(name) ? [{ fact, ...(said?.status === "found" ? { verified: said.checked } : {}) }] : [];
    }),
  );
}
