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
  | { readonly admitted: false; readonly because: "no-price" | "tenant-budget" | "global-budget" };

// #region guard
const micro = (usd: number) => Math.round(usd * 1e6); // whole micro-dollars: sums stay exact
const cost = (price: Price, input: number, output: number) =>
  micro((input * price.input + output * price.output) / 1e6);

export class BudgetGuard {
  readonly #spent = new Map<string, number>();
  readonly #held = new Map<string, { readonly tenant: string; readonly amount: number }>();

  constructor(
    private readonly limits: { readonly global: number; readonly tenant: (tenant: string) => number },
    private readonly price: (model: string) => Price | undefined,
  ) {}

  /** Check and hold are one step, so two parallel calls can't both take the last dollar. */
  admit(call: Call): Admission {
    const price = this.price(call.model);
    if (!price) return { admitted: false, because: "no-price" }; // a missing price is never a price of zero
    const amount = cost(price, call.inputTokens, call.maxOutputTokens);
    if (this.committed(call.tenant) + amount > micro(this.limits.tenant(call.tenant)))
      return { admitted: false, because: "tenant-budget" };
    if (this.committed() + amount > micro(this.limits.global)) return { admitted: false, because: "global-budget" };
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
    this.#spent.set(held.tenant, (this.#spent.get(held.tenant) ?? 0) + actual);
    return actual / 1e6;
  }

  /** Spent plus held, in micro-dollars. */
  committed(tenant?: string): number {
    let sum = 0;
    for (const [owner, spent] of this.#spent) if (tenant === undefined || owner === tenant) sum += spent;
    for (const held of this.#held.values()) if (tenant === undefined || held.tenant === tenant) sum += held.amount;
    return sum;
  }
}
// #endregion guard
