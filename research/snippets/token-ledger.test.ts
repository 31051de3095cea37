import { describe, expect, it } from "vitest";
import { allocatePool, type Call, metered, type Rates, split } from "./token-ledger.ts";

const rates: Rates = {
  input: 3_000_000,
  cacheRead: 300_000,
  cacheWrite: 3_750_000,
  output: 15_000_000,
  reasoning: 15_000_000,
};
const call = (part: Partial<Call["tokens"]> = {}): Call => ({
  tenant: "acme",
  strategy: "hosted",
  model: "frontier",
  tokens: { input: 0, cacheRead: 0, cacheWrite: 0, output: 0, reasoning: 0, ...part },
});
const total = (rows: readonly { micros: bigint }[]) => rows.reduce((a, r) => a + r.micros, 0n);

describe("token ledger", () => {
  it("prices each kind of token at its own rate", () => {
    const charge = metered(call({ input: 2_400, cacheRead: 3_600, output: 900 }), new Map([["frontier", rates]]));
    expect(charge.micros).toBe(7_200n + 1_080n + 13_500n);
  });

  it("refuses to book a model without a price at zero", () => {
    expect(() => metered(call({ output: 1 }), new Map())).toThrow("refuse to book at zero");
  });

  it("splits to the last micro-dollar", () => {
    const parts = split(
      100n,
      new Map([
        ["a", 1n],
        ["b", 1n],
        ["c", 1n],
      ]),
    );
    expect([...parts.values()].sort()).toEqual([33n, 33n, 34n]);
  });

  it("makes allocated charges equal the invoice, whatever the numbers", () => {
    for (let i = 1; i <= 200; i++) {
      const invoice = BigInt(i * 7_919_003);
      const work = new Map([
        ["a", BigInt((i * 31) % 97)],
        ["b", BigInt((i * 17) % 89) + 1n],
      ]);
      const reserved = new Map([
        ["a", 2n],
        ["b", 1n],
        ["platform", 3n],
      ]);
      expect(total(allocatePool(invoice, (i % 101) / 100, work, reserved))).toBe(invoice);
    }
  });

  it("shows the idle part apart, under the tenants that reserved it", () => {
    const rows = allocatePool(
      1_000_000n,
      0.25,
      new Map([["a", 1n]]),
      new Map([
        ["a", 1n],
        ["b", 3n],
      ]),
    );
    expect(rows).toContainEqual({ tenant: "a", method: "usage", micros: 250_000n });
    expect(rows).toContainEqual({ tenant: "b", method: "idle-by-reservation", micros: 562_500n });
  });

  it("charges a pool nobody used to those who reserved it", () => {
    expect(
      total(
        allocatePool(
          9n,
          0,
          new Map(),
          new Map([
            ["a", 1n],
            ["b", 1n],
          ]),
        ),
      ),
    ).toBe(9n);
  });
});
