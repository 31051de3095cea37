import { describe, expect, it } from "vitest";
import { type Failed, RetryBudget } from "./retry-budget.ts";

const failed: Failed = { target: "hosted-eu", attempts: 1, repeatable: true, now: 0, deadline: 60_000 };
const budget = () => new RetryBudget(0.1, 10, 3, () => 0.5);

describe("retry budget", () => {
  it("lets a single fault be repeated at once, within its back-off", () => {
    expect(budget().ask(failed)).toEqual({ retry: true, afterMs: 500 });
    expect(budget().ask({ ...failed, attempts: 2 })).toEqual({ retry: true, afterMs: 1000 });
  });

  it("adds no more than its burst to the load of a target that is down", () => {
    const b = budget();
    const retries = Array.from({ length: 1000 }, () => b.ask(failed)).filter(({ retry }) => retry).length;
    expect(retries).toBe(10);
  });

  it("keeps retries at a tenth of the successes in the long run", () => {
    const b = budget();
    let retries = 0;
    for (let call = 0; call < 10_000; call++) {
      if (call % 2 === 0) b.succeeded("hosted-eu");
      else if (b.ask(failed).retry) retries++;
    }
    expect(retries).toBeGreaterThan(490);
    expect(retries).toBeLessThanOrEqual(10 + 0.1 * 5000);
  });

  it("spends nothing for another target", () => {
    const b = budget();
    for (let i = 0; i < 20; i++) b.ask(failed);
    expect(b.ask(failed)).toEqual({ retry: false, because: "budget of the target is spent" });
    expect(b.ask({ ...failed, target: "hosted-us" }).retry).toBe(true);
  });

  it("never repeats a tool call that changes something without a key", () => {
    expect(budget().ask({ ...failed, repeatable: false }).retry).toBe(false);
  });

  it("stops at the third attempt and before the deadline", () => {
    expect(budget().ask({ ...failed, attempts: 3 })).toEqual({ retry: false, because: "3 attempts made" });
    expect(budget().ask({ ...failed, deadline: 400 })).toEqual({
      retry: false,
      because: "would come after the deadline",
    });
  });

  it("waits as long as the target asked, and gives up when that is too late", () => {
    expect(budget().ask({ ...failed, retryAfterMs: 20_000 })).toEqual({ retry: true, afterMs: 20_000 });
    expect(budget().ask({ ...failed, retryAfterMs: 90_000 }).retry).toBe(false);
  });
});
