/** A circuit breaker for each target, and a route that never leaves the data class to find one that is closed. */
import { allowed, type Destination, type EgressRequest } from "./egress-gate.ts";

export type Outcome = "ok" | "error" | "rate-limited" | "slow" | "bad-answer";

export interface Request extends EgressRequest {
  readonly waits: boolean; // a person waits
}

export type Decision =
  | { readonly do: "call"; readonly target: Destination; readonly probe: boolean }
  | { readonly do: "queue" | "refuse"; readonly because: string };

// #region breaker
interface Circuit {
  failures: number;
  openedAt: number;
  openUntil: number;
}

export class BoundaryBreaker {
  readonly #circuits = new Map<string, Circuit>();

  /** `targets` in order of preference; each has served the same prompts in rehearsal. */
  constructor(
    private readonly targets: readonly Destination[],
    private readonly limit = 5,
    private readonly restMs = 60_000,
  ) {}

  /** The egress gate gives the list; health only chooses from it. */
  route(request: Request, now: number): Decision {
    const legal = allowed(request, this.targets, now);
    if (legal.length === 0) return { do: "refuse", because: `no target may see ${request.dataClass} data` };
    for (const target of legal) {
      const circuit = this.#of(target.name);
      if (circuit.failures < this.limit) return { do: "call", target, probe: false };
      if (now >= circuit.openUntil) {
        circuit.openUntil = now + this.restMs; // one caller probes; if it is lost, the next may after the rest
        return { do: "call", target, probe: true };
      }
    }
    const because = "every target this data class allows is open";
    return request.waits ? { do: "refuse", because } : { do: "queue", because };
  }

  /** A slow or wrong answer counts like an error: a slow dependency does more harm than a dead one. */
  record(name: string, outcome: Outcome, begun: number, now: number, retryAfterMs = 0): void {
    const circuit = this.#of(name);
    if (outcome === "ok") {
      if (begun > circuit.openedAt) circuit.failures = 0; // a call begun before the opening proves no recovery
      return;
    }
    circuit.failures = outcome === "rate-limited" ? this.limit : circuit.failures + 1;
    if (circuit.failures < this.limit) return;
    circuit.openedAt = now;
    circuit.openUntil = now + (retryAfterMs || this.restMs);
  }

  #of(name: string): Circuit {
    const circuit = this.#circuits.get(name) ?? { failures: 0, openedAt: -1, openUntil: 0 };
    this.#circuits.set(name, circuit);
    return circuit;
  }
}
// #endregion breaker
