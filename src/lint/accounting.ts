/** How many figures were cited, computed, our own, or stand without origin: what the report says about itself. */
import { type Dossier, entriesOf } from "../model/dossier.ts";
import { checkedFigures } from "./figures.ts";

export interface FigureAccount {
  /** In the figures of a cited fact. */
  readonly cited: number;
  /** Printed from a model by `:value[]`. */
  readonly computed: number;
  /** Marked `:ours[]`, declared in system.yaml, or in a field for the dossier's own choices. */
  readonly own: number;
  readonly unsupported: number;
}

export function accountFigures(dossier: Dossier): FigureAccount {
  const checked = checkedFigures(dossier);
  const cited = checked.filter(({ supported }) => supported).length;
  let computed = 0;
  let own = 0;
  for (const entry of entriesOf(dossier))
    for (const { reading, ours } of entry.prose) {
      if (ours) own += reading.figures.length;
      for (const { name, label } of reading.directives) {
        if (name === "ours" || (name === "value" && label.startsWith("system."))) own++;
        else if (name === "value") computed++;
      }
    }
  return { cited, computed, own, unsupported: checked.length - cited };
}
