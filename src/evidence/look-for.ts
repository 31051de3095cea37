/** Looks for the passages of several facts on one page. */
import type { OpenIsolate } from "../core/isolate.ts";
import type { Fact } from "../model/source.ts";
import { findPins, type Pin, pinAt } from "./fingerprint.ts";
import { findQuote } from "./quote.ts";
import { type PageFile, readings } from "./readings.ts";
import { wordsOf } from "./words.ts";

export interface Sought {
  readonly id: string;
  readonly pin?: Pin;
  readonly quote?: NonNullable<Fact["quote"]>;
}

export interface Seen {
  /** `moved`: a quotation among other words. */
  readonly status: "found" | "moved";
  /** The rolling hash of the passage, for a pin that had none. */
  readonly probe?: string;
}

export interface Looked {
  /** By id; what is missing does not stand on the page. */
  readonly seen: ReadonlyMap<string, Seen>;
  /** Words of the longest reading; a page of a few words was not read, whatever it answered. */
  readonly words: number;
}

/** Reads the page in one way after the other until all is found. */
export async function lookFor(page: PageFile, facts: readonly Sought[], openIsolate: OpenIsolate): Promise<Looked> {
  const seen = new Map<string, Seen>();
  let most = 0;
  for await (const text of readings(page, openIsolate)) {
    const words = wordsOf(text);
    most = Math.max(most, words.count);
    const open = facts.filter(({ id }) => seen.get(id)?.status !== "found");
    const found = findPins(
      words,
      open.flatMap(({ pin }) => pin ?? []),
    );
    for (const { id, pin, quote } of open) {
      const at = pin && found.get(pin);
      const status = quote ? findQuote(words, quote) : "found";
      if (!status || (pin && at === undefined)) continue;
      const probe = pin && at !== undefined && !pin.probe ? pinAt(words, at, pin.words).probe : undefined;
      seen.set(id, { status, ...(probe ? { probe } : {}) });
    }
    if ([...seen.values()].filter(({ status }) => status === "found").length === facts.length) break;
  }
  return { seen, words: most };
}
