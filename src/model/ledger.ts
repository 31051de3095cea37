/** `evidence.lock.yaml`: what `dossier verify` found out about every source and fact, and since when. */
import * as z from "zod/mini";
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

export type Ledger = z.infer<typeof ledger>;
export type LedgerSource = z.infer<typeof ledgerSource>;
export type LedgerFact = z.infer<typeof ledgerFact>;
