/** Spend is reserved before the call, settled after it, and refused when the money or the price is missing. */
export interface Price {
  readonly version: string
  readonly input: number // USD a million tokens
  readonly output: number
}

export interface Call {
  readonly id: string
  readonly tenant: string
  readonly model: string
  readonly inputTokens: number
  readonly maxOutputTokens: number
}

export type Admission =
  | { readonly admitted: true; readonly reserved: number }
  | { readonly admitted: false; readonly because: 'no-price' | 'tenant-budget' | 'global-budget' }

// #region guard
const micro = (usd: number) => Math.round(usd * 1e6) // whole micro-dollars: sums stay exact

export class BudgetGuard {
  readonly #spent = new Map<string, number>()
  readonly #held = new Map<string, { tenant: string; amount: number; until: number }>()

  constructor(
    private readonly limits: { readonly global: number; readonly tenant: (tenant: string) => number },
    private readonly price: (model: string) => Price | undefined,
    private readonly holdMs = 10 * 60_000,
  ) {}

  /** Check and hold are one step, so two parallel calls can't both take the last dollar. */
  admit(call: Call, now: number): Admission {
    this.#expire(now)
    const price = this.price(call.model)
    if (!price) return { admitted: false, because: 'no-price' } // a missing price is never a price of zero
    const amount = micro((call.inputTokens * price.input + call.maxOutputTokens * price.output) / 1e6)
    if (this.committed(call.tenant) + amount > micro(this.limits.tenant(call.tenant))) return { admitted: false, because: 'tenant-budget' }
    if (this.committed() + amount > micro(this.limits.global)) return { admitted: false, because: 'global-budget' }
    this.#held.set(call.id, { tenant: call.tenant, amount, until: now + this.holdMs })
    return { admitted: true, reserved: amount / 1e6 }
  }

  /** The bill is the provider's usage; a broken stream without usage settles at the whole reservation. */
  settle(call: Call, usage: { inputTokens: number; outputTokens: number } | undefined): number {
    const price = this.price(call.model)
    const held = this.#held.get(call.id)?.amount ?? 0
    const actual = usage && price ? micro((usage.inputTokens * price.input + usage.outputTokens * price.output) / 1e6) : held
    this.#held.delete(call.id)
    this.#spent.set(call.tenant, (this.#spent.get(call.tenant) ?? 0) + actual)
    return actual / 1e6
  }

  /** Spent plus held, in micro-dollars. */
  committed(tenant?: string): number {
    let sum = 0
    for (const [owner, spent] of this.#spent) if (tenant === undefined || owner === tenant) sum += spent
    for (const held of this.#held.values()) if (tenant === undefined || held.tenant === tenant) sum += held.amount
    return sum
  }

  /** A caller that died must not lock the budget for ever; its hold is booked as spent, not forgotten. */
  #expire(now: number): void {
    for (const [id, held] of this.#held)
      if (held.until <= now) {
        this.#held.delete(id)
        this.#spent.set(held.tenant, (this.#spent.get(held.tenant) ?? 0) + held.amount)
      }
  }
}
// #endregion guard
