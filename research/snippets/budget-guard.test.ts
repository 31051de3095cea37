import { describe, expect, it } from "vitest";
import { BudgetGuard, type Call } from "./budget-guard.ts";

const price = { version: "2026-11-01", input: 3, output: 15 };
const guard = (global = 100, tenant = 1) =>
  new BudgetGuard({ global, tenant: () => tenant }, (model) => (model === "priced" ? price : undefined));
const call = (id: string, over: Partial<Call> = {}): Call => ({
  id,
  tenant: "t1",
  model: "priced",
  inputTokens: 6000,
  maxOutputTokens: 2000,
  ...over,
});

describe("budget guard", () => {
  it("holds the worst case and gives back what was not used", () => {
    const g = guard();
    expect(g.admit(call("a"))).toEqual({ admitted: true, reserved: 0.048 });
    expect(g.settle(call("a"), { inputTokens: 6000, outputTokens: 900 })).toBe(0.0315);
    expect(g.committed("t1")).toBe(31_500);
  });

  it("admits no more parallel calls than the budget can pay in the worst case", () => {
    const g = guard();
    const admitted = Array.from({ length: 200 }, (_, i) => g.admit(call(`c${i}`))).filter((a) => a.admitted);
    expect(admitted).toHaveLength(20); // 20 x 0.048 = 0.96, the next would be 1.008
    expect(g.committed("t1")).toBeLessThanOrEqual(1_000_000);
  });

  it("refuses a model whose price is missing", () =>
    expect(guard().admit(call("a", { model: "new" }))).toEqual({ admitted: false, because: "no-price" }));

  it("keeps one tenant from spending what belongs to all", () => {
    const g = guard(0.06, 1);
    expect(g.admit(call("a")).admitted).toBe(true);
    expect(g.admit(call("b", { tenant: "t2" }))).toEqual({ admitted: false, because: "global-budget" });
  });

  it("books a broken stream at the reservation, and a repeated settlement once", () => {
    const g = guard();
    g.admit(call("a"));
    expect(g.settle(call("a"))).toBe(0.048);
    expect(g.settle(call("a"))).toBe(0);
    expect(g.committed("t1")).toBe(48_000);
  });

  it("keeps the hold of a lost caller until reconciliation brings the bill", () => {
    const g = guard();
    g.admit(call("lost"));
    expect(g.committed("t1")).toBe(48_000);
    g.settle(call("lost"), { inputTokens: 6000, outputTokens: 0 });
    expect(g.committed("t1")).toBe(18_000);
  });
});
