import { beforeEach, describe, expect, it } from "vitest";
import { BudgetGuard, type Call } from "./budget-guard.ts";

const price = { version: "2026-11-01", input: 3, output: 15 };
const hour = 3_600_000;
const start = Date.UTC(2027, 0, 15);
let clock = start;
const guard = (globalMonth = 100, tenantMonth = 1, tenantHour = tenantMonth) =>
  new BudgetGuard(
    { globalMonth, tenantMonth: () => tenantMonth, tenantHour: () => tenantHour },
    (model) => (model === "priced" ? price : undefined),
    () => clock,
  );
const held = (g: BudgetGuard) => g.committed(0, "t1");
beforeEach(() => {
  clock = start;
});
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
    expect(held(g)).toBe(31_500);
  });

  it("admits no more parallel calls than the budget can pay in the worst case", () => {
    const g = guard();
    const admitted = Array.from({ length: 200 }, (_, i) => g.admit(call(`c${i}`))).filter((a) => a.admitted);
    expect(admitted).toHaveLength(20); // 20 x 0.048 = 0.96, the next would be 1.008
    expect(held(g)).toBeLessThanOrEqual(1_000_000);
  });

  it("refuses a model whose price is missing", () =>
    expect(guard().admit(call("a", { model: "new" }))).toEqual({ admitted: false, because: "no-price" }));

  it("keeps one tenant from spending what belongs to all", () => {
    const g = guard(0.06, 1);
    expect(g.admit(call("a")).admitted).toBe(true);
    expect(g.admit(call("b", { tenant: "t2" }))).toEqual({ admitted: false, because: "global-month" });
  });

  it("books a broken stream at the reservation, and a repeated settlement once", () => {
    const g = guard();
    g.admit(call("a"));
    expect(g.settle(call("a"))).toBe(0.048);
    expect(g.settle(call("a"))).toBe(0);
    expect(held(g)).toBe(48_000);
  });

  it("keeps the hold of a lost caller until reconciliation brings the bill", () => {
    const g = guard();
    g.admit(call("lost"));
    expect(held(g)).toBe(48_000);
    g.settle(call("lost"), { inputTokens: 6000, outputTokens: 0 });
    expect(held(g)).toBe(18_000);
  });

  it("bounds a runaway by the hour, long before it has emptied the tenant's month", () => {
    const g = guard(20_000, 500, 20);
    let spent = 0;
    const burst = () => {
      for (let i = 0; i < 5000; i++) {
        const c = call(`${clock}-${i}`);
        const answer = g.admit(c);
        if (!answer.admitted) return answer;
        spent += g.settle(c, { inputTokens: 6000, outputTokens: 2000 });
      }
      return undefined;
    };
    expect(burst()).toEqual({ admitted: false, because: "tenant-hour" });
    expect(spent).toBeLessThanOrEqual(20);
    clock += hour / 2;
    expect(g.admit(call("soon"))).toEqual({ admitted: false, because: "tenant-hour" });
    expect(g.admit(call("other", { tenant: "t2" })).admitted).toBe(true);
    clock += hour / 2 + 60_000;
    expect(g.admit(call("later")).admitted).toBe(true);
  });

  it("starts a new month with the whole limit", () => {
    const g = guard(100, 0.06);
    g.admit(call("a"));
    g.settle(call("a"));
    clock += 2 * hour;
    expect(g.admit(call("b"))).toEqual({ admitted: false, because: "tenant-month" });
    clock = Date.UTC(2027, 1, 1, 1);
    expect(g.admit(call("c")).admitted).toBe(true);
  });
});
