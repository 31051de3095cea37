/** What the ledger says of facts; apart from its schema, so that rules load none of the validator. */
import type { Dossier } from "./dossier.ts";
import type { LedgerFact } from "./ledger.ts";

/** What an entry of a fact says of its pin; an entry with another mark speaks of a passage that the fact no longer names. */
export const pinMark = (pin: { readonly sha256: string } | undefined): string | undefined => pin?.sha256.slice(0, 12);

/** The ledger's word on each fact as it is now, by `key#id`. */
export function verifiedFacts({
  ledger: entry,
  sources,
}: Dossier): Map<string, LedgerFact & { readonly checked: string }> {
  const known = new Map(Object.entries(entry?.data.sources ?? {}));
  const verified = new Map<string, LedgerFact & { readonly checked: string }>();
  for (const { id: key, data } of sources.values()) {
    const line = known.get(key);
    const facts = new Map(Object.entries(line?.facts ?? {}));
    for (const { id, pin } of data.facts ?? []) {
      const fact = facts.get(id);
      if (line && fact && fact.pin === pinMark(pin)) verified.set(`${key}#${id}`, { ...fact, checked: line.checked });
    }
  }
  return verified;
}
