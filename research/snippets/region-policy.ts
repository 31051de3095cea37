// #region region
import { type Destination, decide, type EgressRequest } from "./egress-gate.ts";

export interface Route extends Destination {
  readonly healthy: boolean;
}
export interface Refusal {
  readonly route: string;
  readonly because: string;
}
export type Decision =
  | { readonly allow: true; readonly route: Route; readonly refused: readonly Refusal[] }
  | { readonly allow: false; readonly refused: readonly Refusal[] };

/** Fails closed: policy first, health second, and never a foreign region because the home one is down. */
export function choose(request: EgressRequest, routes: readonly Route[], now: number): Decision {
  const refused: Refusal[] = [];
  for (const route of routes) {
    const verdict = decide(request, route, now);
    if (verdict.allow && route.healthy) return { allow: true, route, refused };
    refused.push({ route: route.name, because: verdict.allow ? "unhealthy" : verdict.because });
  }
  return { allow: false, refused };
}
// #endregion
