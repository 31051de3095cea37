/** `evidence.lock.yaml`: what `dossier verify` found out about every source and fact, and since when. */
import * as z from "zod/mini";
import type { Dossier } from "./dossier.ts";
import { date, integer, listOf, text, webAddress } from "./scalars.ts";

/** `failing`: can't be reached, but not often enough to be called gone. `blocked`: alive, and closed to programs. */
export const sourceStates = ["alive", "moved", "blocked", "failing", "gone"] as const;

/** `moved`: stands, but elsewhere or among other words. `unread`: no text of the page could be read. */
export const factStates = ["found", "moved", "gone", "unread"] as const;

const ledgerFact = z.strictObject({
  status: z.enum(factStates),
  since: date(),
  /** Where it stands now, if not where the source says. */
  at: z.optional(webAddress()),
  /** Begins the SHA-256 that was looked for: with another pin the entry says nothing. */
  pin: z.optional(z.string().check(z.regex(/^[0-9a-f]{12}$/, "12 lower-case hexadecimal digits"))),
  /** Learned for a pin without one. */
  probe: z.optional(z.string().check(z.regex(/^[0-9a-f]{8}$/, "8 lower-case hexadecimal digits"))),
});

const ledgerSource = z.strictObject({
  status: z.enum(sourceStates),
  checked: date(),
  since: date(),
  http: z.optional(integer()),
  /** Why it is not alive. */
  says: z.optional(text()),
  at: z.optional(webAddress()),
  /** Failures in a row. */
  strikes: z.optional(integer()),
  "first-failure": z.optional(date()),
  facts: z.optional(z.record(z.string(), ledgerFact)),
  /** Changes of state, the newest last. */
  history: z.optional(listOf(z.strictObject({ on: date(), status: z.enum(sourceStates) }))),
});

export const ledger = z.strictObject({ sources: z.record(z.string(), ledgerSource) });

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

export type Ledger = z.infer<typeof ledger>;
export type LedgerSource = z.infer<typeof ledgerSource>;
export type LedgerFact = z.infer<typeof ledgerFact>;
