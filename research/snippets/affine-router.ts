import { allowed, type Destination, type EgressRequest } from "./egress-gate.ts";

export interface Target extends Destination {
  /** USD per token. */
  readonly price: { readonly input: number; readonly cachedInput: number; readonly output: number };
  /** Work waiting at the target over what it may hold: above 1 it is saturated. */
  readonly load: number;
}

export interface Turn extends EgressRequest {
  readonly prefixTokens: number;
  readonly newTokens: number;
  readonly outputTokens: number;
  /** Where the session ran before, and whether a tool call is still open there. */
  readonly last?: { readonly target: string; readonly toolCallOpen: boolean };
}

export type Route =
  | { target: Target; why: "locked" | "stay" | "cheapest" }
  | { target: undefined; why: "no lawful target" | "lock lost" };

// #region route
/** A target that has served the session reads the prefix from its cache; any other pays for it in full. */
export const cost = (turn: Turn, target: Target): number =>
  turn.prefixTokens * (turn.last?.target === target.name ? target.price.cachedInput : target.price.input) +
  turn.newTokens * target.price.input +
  turn.outputTokens * target.price.output;

/** The egress gate says where the turn may go at all; neither session nor cost widens that list. */
export function route(turn: Turn, targets: readonly Target[], now: number, margin = 0.2): Route {
  const open = allowed(turn, targets, now);
  const last = open.find((target) => target.name === turn.last?.target);
  if (turn.last?.toolCallOpen) return last ? { target: last, why: "locked" } : { target: undefined, why: "lock lost" };

  const free = open.filter((target) => target.load < 1);
  const [cheapest] = (free.length > 0 ? free : open).toSorted((a, b) => cost(turn, a) - cost(turn, b));
  if (!cheapest) return { target: undefined, why: "no lawful target" };
  const stays = last && last.load < 1 && cost(turn, last) <= cost(turn, cheapest) * (1 + margin);
  return stays ? { target: last, why: "stay" } : { target: cheapest, why: "cheapest" };
}
// #endregion route
