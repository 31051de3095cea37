/** Spend is reserved before the call, settled after it, and refused when the money or the price is missing. */
export interface Price {
  readonly version: string;
  readonly input: number; // USD a million tokens
  readonly output: number;
}

export interface Call {
  readonly id: string;
  readonly tenant: string;
  readonly model: string;
  readonly inputTokens: number;
  readonly maxOutputTokens: number;
}

export type Admission =
  | { readonly admitted: true; readonly reserved: number }
  | { readonly admitted: false; readonly because: "no-price" | "tenant-hour" | "tenant-month" | "global-month" };

// #region guard
const micro = (usd: number) => Math.round(usd * 1e6); // whole micro-dollars: sums stay exact
const cost = (price: Price, input: number, output: number) =>
  micro((input * price.input + output * price.output) / 1e6);
const minute = 60_000;

/** Limits in USD. The hour bounds what a runaway takes before a person acts, the months what it can take at all. */
export interface Limits {
  readonly tenantHour: (tenant: string) => number;
  readonly tenantMonth: (tenant: string) => number;
  readonly globalMonth: number;
}

export class BudgetGuard {
  readonly #spent = new Map<string, Map<number, number>>(); // tenant -> start of minute -> micro-dollars
  readonly #held = new Map<string, { readonly tenant: string; readonly amount: number }>();

  constructor(
    private readonly limits: Limits,
    private readonly price: (model: string) => Price | undefined,
    private readonly now: () => number = Date.now,
  ) {}

  /** Check and hold are one step, so two parallel calls can't both take the last dollar. */
  admit(call: Call): Admission {
    const price = this.price(call.model);
    if (!price) return { admitted: false, because: "no-price" }; // a missing price is never a price of zero
    const amount = cost(price, call.inputTokens, call.maxOutputTokens);
    const { tenantHour, tenantMonth, globalMonth } = this.limits;
    const now = new Date(this.now());
    const month = Date.UTC(now.getUTCFullYear(), now.getUTCMonth());
    const over = (limit: number, since: number, tenant?: string) =>
      this.committed(since, tenant) + amount > micro(limit);
    if (over(tenantHour(call.tenant), now.getTime() - 60 * minute, call.tenant))
      return { admitted: false, because: "tenant-hour" };
    if (over(tenantMonth(call.tenant), month, call.tenant)) return { admitted: false, because: "tenant-month" };
    if (over(globalMonth, month)) return { admitted: false, because: "global-month" };
    this.#held.set(call.id, { tenant: call.tenant, amount });
    return { admitted: true, reserved: amount / 1e6 };
  }

  /** Settles at the provider's usage, or at the whole hold when none came. A lost caller's hold stays until reconciliation settles it. */
  settle(call: Call, usage?: { readonly inputTokens: number; readonly outputTokens: number }): number {
    const held = this.#held.get(call.id);
    if (!held) return 0; // settled before: a repeated message costs nothing
    this.#held.delete(call.id);
    const price = this.price(call.model);
    const actual = usage && price ? cost(price, usage.inputTokens, usage.outputTokens) : held.amount;
    const minutes = this.#spent.get(held.tenant) ?? new Map<number, number>();
    const at = Math.floor(this.now() / minute) * minute;
    this.#spent.set(held.tenant, minutes.set(at, (minutes.get(at) ?? 0) + actual));
    return actual / 1e6;
  }

  /** Spent since then plus held, in micro-dollars. */
  committed(since: number, tenant?: string): number {
    let sum = 0;
    for (const [owner, minutes] of this.#spent)
      if (tenant === undefined || owner === tenant)
        for (const [at, spent] of minutes) if (at + minute > since) sum += spent;
    for (const held of this.#held.values()) if (tenant === undefined || held.tenant === tenant) sum += held.amount;
    return sum;
  }
}
// #endregion guard
