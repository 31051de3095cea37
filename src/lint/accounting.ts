/** How many figures were cited, computed, our own, or stand without origin: what the report says about itself. */
import { citedFacts } from "../model/cited-facts.ts";
import type { Dossier } from "../model/dossier.ts";
import type { Entry } from "../model/entry.ts";
import { checkedFigures, type FigureGround } from "./figures.ts";

export interface FigureAccount {
  /** In the figures of a cited fact. */
  readonly cited: number;
  /** Printed from a model by `:value[]`. */
  readonly computed: number;
  /** Marked `:ours[]`, declared in system.yaml, or in a field for the dossier's own choices. */
  readonly own: number;
  readonly unsupported: number;
}

export interface FactAccount {
  readonly primary: number;
  readonly excerpt: number;
  readonly secondary: number;
  /** Found standing by `dossier verify`. */
  readonly verified: number;
}

/** What the facts that are cited stand on. */
export function accountFacts(dossier: Dossier): FactAccount {
  const facts = citedFacts(dossier);
  const ofCopy = (copy: string) => facts.filter(({ fact }) => fact.copy === copy).length;
  return {
    primary: ofCopy("primary"),
    excerpt: ofCopy("primary-excerpt"),
    secondary: ofCopy("secondary"),
    verified: facts.filter(({ verified }) => verified).length,
  };
}

export function accountFigures(entry: Entry, ground: FigureGround): FigureAccount {
  const checked = checkedFigures(entry, ground);
  const cited = checked.filter(({ supported }) => supported).length;
  let computed = 0;
  let own = 0;
  for (const { reading, ours } of entry.prose) {
    if (ours) own += reading.figures.length;
    for (const { name, label } of reading.directives) {
      if (name === "ours" || (name === "value" && label.startsWith("system."))) own++;
      else if (name === "value") computed++;
    }
  }
  return { cited, computed, own, unsupported: checked.length - cited };
}

export const sumOf = (accounts: readonly FigureAccount[]): FigureAccount =>
  accounts.reduce(
    (sum, { cited, computed, own, unsupported }) => ({
      cited: sum.cited + cited,
      computed: sum.computed + computed,
      own: sum.own + own,
      unsupported: sum.unsupported + unsupported,
    }),
    { cited: 0, computed: 0, own: 0, unsupported: 0 },
  );
