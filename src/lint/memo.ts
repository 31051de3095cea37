/** What several rules, or one rule for many objects, need is computed once. */
import type { Dossier } from "../model/dossier.ts";

export function once<Of extends object, T>(compute: (of: Of) => T): (of: Of) => T {
  const known = new WeakMap<Of, { readonly value: T }>();
  return (of) => {
    const before = known.get(of);
    if (before) return before.value;
    const value = compute(of);
    known.set(of, { value });
    return value;
  };
}

export const perDossier = <T>(compute: (dossier: Dossier) => T): ((dossier: Dossier) => T) => once(compute);
