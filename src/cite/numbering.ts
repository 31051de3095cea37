/** Numbers sources by their first appearance and keeps every place of use for the links back. */

export interface NumberedSource<Place> {
  readonly key: string;
  /** From 1, in the order of first appearance. */
  readonly number: number;
  /** Every place where it is cited, in order. */
  readonly uses: readonly Place[];
}

/** The uses in reading order give the list of references, by number. */
export function numberSources<Place>(
  uses: Iterable<{ readonly key: string; readonly place: Place }>,
): ReadonlyMap<string, NumberedSource<Place>> {
  const numbered = new Map<string, { key: string; number: number; uses: Place[] }>();
  for (const { key, place } of uses) {
    const known = numbered.get(key);
    if (known) known.uses.push(place);
    else numbered.set(key, { key, number: numbered.size + 1, uses: [place] });
  }
  return numbered;
}
