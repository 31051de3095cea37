/** What the dossier cites, looked at once for all rules. */
import { type Dossier, entriesOf } from "../model/dossier.ts";
import { type Entry, itemsIn, type Prose } from "../model/entry.ts";
import type { CitationItem } from "../model/reading.ts";
import type { Source } from "../model/source.ts";
import { perDossier } from "./memo.ts";

export interface Cited {
  readonly entry: Entry;
  readonly prose: Prose;
  readonly item: CitationItem;
}

/** Every citation of every piece of prose, in the order of the files. */
export const citedItems = perDossier((dossier): readonly Cited[] => {
  const cited: Cited[] = [];
  for (const entry of entriesOf(dossier))
    for (const prose of entry.prose)
      for (const { items } of prose.reading.citations) for (const item of items) cited.push({ entry, prose, item });
  return cited;
});

/** The sources that something cites. */
export const citedSources = perDossier((dossier): readonly Entry<Source>[] => {
  const keys = new Set(citedItems(dossier).map(({ item }) => item.key));
  return [...dossier.sources.values()].filter(({ id }) => keys.has(id));
});

/** Who answers for a source: as declared, otherwise the publisher, the first author or the host. */
export function organisationOf({ organisation, publisher, author, URL: address }: Source): string {
  const first = author?.[0];
  const name = first && ("literal" in first ? first.literal : first.family);
  return organisation ?? publisher ?? name ?? address?.split("/")[2] ?? "unknown";
}

/** The organisations behind what an object cites. */
export const organisationsIn = (dossier: Dossier, entry: Entry): ReadonlySet<string> =>
  new Set(
    itemsIn(entry)
      .flatMap(({ key }) => dossier.sources.get(key)?.data ?? [])
      .map(organisationOf),
  );

/** Whether the file of a cited source doesn't fit its schema: what stands in it is unknown, and it is reported already. */
export const citesBroken = ({ broken }: Pick<Dossier, "broken">, items: readonly CitationItem[]): boolean =>
  items.some(({ key }) => broken.has(`source/${key}`));
