/** One ledger for three strategies. Prices are micro-dollars per million tokens, so every sum is exact. */
export interface Call {
  readonly tenant: string;
  readonly strategy: "local" | "hosted" | "hybrid";
  readonly model: string;
  readonly tokens: Readonly<Record<TokenKind, number>>;
}

export type TokenKind = "input" | "cacheRead" | "cacheWrite" | "output" | "reasoning";
export type Rates = Readonly<Record<TokenKind, number>>;

export interface Charge {
  readonly tenant: string;
  readonly method: "metered" | "usage" | "idle-by-reservation";
  readonly micros: bigint;
}

// #region ledger
const kinds: readonly TokenKind[] = ["input", "cacheRead", "cacheWrite", "output", "reasoning"];

/** A hosted call costs what the provider charges. A missing price stops the books: it must not become zero. */
export function metered(call: Call, prices: ReadonlyMap<string, Rates>): Charge {
  const rates = prices.get(call.model);
  if (!rates) throw new Error(`no price for ${call.model}: refuse to book at zero`);
  const micros = kinds.reduce((sum, kind) => sum + (BigInt(call.tokens[kind]) * BigInt(rates[kind])) / 1_000_000n, 0n);
  return { tenant: call.tenant, method: "metered", micros };
}

/** Splits an amount by weights to the last micro-dollar: largest remainder first, so the parts equal the whole. */
export function split(total: bigint, weights: ReadonlyMap<string, bigint>): Map<string, bigint> {
  const sum = [...weights.values()].reduce((a, b) => a + b, 0n);
  if (sum === 0n) throw new Error("nothing to split by");
  const parts = [...weights].map(([tenant, w]) => ({ tenant, part: (total * w) / sum, rest: (total * w) % sum }));
  let left = total - parts.reduce((a, p) => a + p.part, 0n);
  parts.sort((a, b) => (a.rest < b.rest ? 1 : a.rest > b.rest ? -1 : a.tenant < b.tenant ? -1 : 1));
  return new Map(parts.map((p) => [p.tenant, p.part + (left-- > 0n ? 1n : 0n)]));
}

/** The pool's invoice falls in two: busy time by measured work, idle time by who reserved it. Together they are the invoice. */
export function allocatePool(
  invoice: bigint,
  busyShare: number,
  work: ReadonlyMap<string, bigint>,
  reserved: ReadonlyMap<string, bigint>,
): Charge[] {
  if (busyShare < 0 || busyShare > 1) throw new RangeError("busyShare is a share");
  const busy = work.size === 0 ? 0n : (invoice * BigInt(Math.round(busyShare * 1e6))) / 1_000_000n;
  const rows = (parts: Map<string, bigint>, method: Charge["method"]): Charge[] =>
    [...parts].map(([tenant, micros]) => ({ tenant, method, micros }));
  return [
    ...(busy > 0n ? rows(split(busy, work), "usage") : []),
    ...rows(split(invoice - busy, reserved), "idle-by-reservation"),
  ];
}
// #endregion
