/** One source's line in the ledger, from the line before it and what a check found. */
import type { LedgerFact, LedgerSource } from "../model/ledger.ts";
import type { Fact } from "../model/source.ts";
import { pinMark } from "../model/verified-facts.ts";
import type { SourceCheck } from "./check-source.ts";

export interface LedgerTerms {
  /** The day of the check, `YYYY-MM-DD`. */
  readonly today: string;
  /** Failures in a row that make a source gone. */
  readonly strikes: number;
}

const longestHistory = 10;

export function ledgerEntry(
  before: LedgerSource | undefined,
  check: SourceCheck,
  facts: readonly Fact[],
  { today, strikes: most }: LedgerTerms,
): LedgerSource {
  const failed = check.status === "failed";
  // Two failures on one day are one.
  const again = before?.checked === today && (before.strikes ?? 0) > 0;
  const strikes = failed ? (before?.strikes ?? 0) + (again ? 0 : 1) : 0;
  const status = !failed ? (check.status as LedgerSource["status"]) : strikes >= most ? "gone" : "failing";
  const changed = before?.status !== status;
  const history = [...(before?.history ?? []), ...(changed ? [{ on: today, status }] : [])].slice(-longestHistory);
  const known = Object.entries(factsOf(before, check, facts, today));
  return {
    status,
    checked: today,
    since: changed || !before ? today : before.since,
    ...(check.http === undefined ? {} : { http: check.http }),
    ...(check.says === undefined ? {} : { says: check.says }),
    ...(check.at === undefined ? {} : { at: check.at }),
    ...(failed ? { strikes, "first-failure": before?.["first-failure"] ?? today } : {}),
    ...(known.length > 0 ? { facts: Object.fromEntries(known) } : {}),
    history,
  };
}

function factsOf(
  before: LedgerSource | undefined,
  check: SourceCheck,
  facts: readonly Fact[],
  today: string,
): Record<string, LedgerFact> {
  const olds = new Map(Object.entries(before?.facts ?? {}));
  const entries = facts.flatMap(({ id, pin }): [string, LedgerFact][] => {
    const seen = check.facts.get(id);
    if (!seen) return [];
    const old = olds.get(id);
    const same = old && old.pin === pinMark(pin);
    // What could not be read today keeps what is known of it.
    if (seen.status === "unread" && same) return [[id, old]];
    const probe = seen.probe ?? (same ? old.probe : undefined);
    const entry: LedgerFact = {
      status: seen.status,
      since: same && old.status === seen.status ? old.since : today,
      ...(seen.at ? { at: seen.at } : {}),
      ...(pin ? { pin: pinMark(pin) } : {}),
      ...(probe && !pin?.probe ? { probe } : {}),
    };
    return [[id, entry]];
  });
  return Object.fromEntries(entries);
}
