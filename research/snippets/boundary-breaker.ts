/** A circuit breaker for each target, and a route that never leaves the data class to find one that is closed. */
export type DataClass = "public" | "internal" | "confidential" | "restricted";
export type Outcome = "ok" | "error" | "rate-limited" | "slow" | "bad-answer";

export interface Target {
  readonly name: string;
  readonly zone: "local" | "hosted";
  readonly region: string;
  readonly noRetention: boolean;
}

export interface Request {
  readonly dataClass: DataClass;
  readonly region: string;
  readonly waits: boolean; // a person waits
}

export type Decision =
  | { readonly do: "call"; readonly target: Target; readonly probe: boolean }
  | { readonly do: "queue" | "refuse"; readonly because: string };

// #region breaker
const allowed = (t: Target, r: Request): boolean =>
  r.dataClass === "public" ||
  (t.region === r.region &&
    (t.zone === "local" || r.dataClass === "internal" || (r.dataClass === "confidential" && t.noRetention)));

interface Circuit {
  failures: number;
  openUntil: number;
  probing: boolean;
}

export class BoundaryBreaker {
  readonly #circuits = new Map<string, Circuit>();

  /** `targets` in order of preference; every target has to serve the same prompts in rehearsal before it stands here. */
  constructor(
    private readonly targets: readonly Target[],
    private readonly limit = 5,
    private readonly restMs = 60_000,
  ) {}

  route(request: Request, now: number): Decision {
    const legal = this.targets.filter((t) => allowed(t, request));
    if (legal.length === 0) return { do: "refuse", because: `no target may see ${request.dataClass} data` };
    for (const target of legal) {
      const circuit = this.#of(target.name);
      if (circuit.failures < this.limit) return { do: "call", target, probe: false };
      if (now >= circuit.openUntil && !circuit.probing) {
        circuit.probing = true; // one caller tests the recovery
        return { do: "call", target, probe: true };
      }
    }
    const because = "every target this data class allows is open";
    return request.waits ? { do: "refuse", because } : { do: "queue", because };
  }

  /** A slow or wrong answer counts like an error: a slow dependency does more harm than a dead one. */
  record(name: string, outcome: Outcome, now: number, retryAfterMs = 0): void {
    const circuit = this.#of(name);
    circuit.probing = false;
    if (outcome === "ok") {
      circuit.failures = 0;
      return;
    }
    circuit.failures = outcome === "rate-limited" ? this.limit : circuit.failures + 1;
    if (circuit.failures >= this.limit) circuit.openUntil = now + (retryAfterMs || this.restMs);
  }

  #of(name: string): Circuit {
    const circuit = this.#circuits.get(name) ?? { failures: 0, openUntil: 0, probing: false };
    this.#circuits.set(name, circuit);
    return circuit;
  }
}
// #endregion breaker
