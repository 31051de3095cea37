/** What several rules need of a dossier is computed once a dossier. */
import type { Dossier } from "../model/dossier.ts";

export function perDossier<T>(compute: (dossier: Dossier) => T): (dossier: Dossier) => T {
  const known = new WeakMap<Dossier, T>();
  return (dossier) => {
    if (known.has(dossier)) return known.get(dossier) as T;
    const value = compute(dossier);
    known.set(dossier, value);
    return value;
  };
}
