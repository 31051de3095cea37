export type DataClass = "public" | "internal" | "confidential" | "restricted";

export interface Target {
  readonly id: string;
  readonly zone: "local" | "hosted";
  readonly region: string;
  readonly noRetention: boolean;
  /** USD per token. */
  readonly price: { readonly input: number; readonly cachedInput: number; readonly output: number };
  /** Work waiting at the target over what it may hold: above 1 it is saturated. */
  readonly load: number;
}

export interface Turn {
  readonly dataClass: DataClass;
  readonly region: string;
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
/** What the data class allows; cost never widens it. */
export const lawful = (turn: Turn, target: Target): boolean => {
  switch (turn.dataClass) {
    case "restricted":
      return target.zone === "local" && target.region === turn.region;
    case "confidential":
      return target.region === turn.region && (target.zone === "local" || target.noRetention);
    case "internal":
      return target.region === turn.region;
    case "public":
      return true;
  }
};

/** A target that has served the session reads the prefix from its cache; any other pays for it in full. */
export const cost = (turn: Turn, target: Target): number =>
  turn.prefixTokens * (turn.last?.target === target.id ? target.price.cachedInput : target.price.input) +
  turn.newTokens * target.price.input +
  turn.outputTokens * target.price.output;

export function route(turn: Turn, targets: readonly Target[], margin = 0.2): Route {
  const open = targets.filter((target) => lawful(turn, target));
  const last = open.find((target) => target.id === turn.last?.target);
  if (turn.last?.toolCallOpen) return last ? { target: last, why: "locked" } : { target: undefined, why: "lock lost" };

  const free = open.filter((target) => target.load < 1);
  const [cheapest] = (free.length > 0 ? free : open).toSorted((a, b) => cost(turn, a) - cost(turn, b));
  if (!cheapest) return { target: undefined, why: "no lawful target" };
  const stays = last && last.load < 1 && cost(turn, last) <= cost(turn, cheapest) * (1 + margin);
  return stays ? { target: last, why: "stay" } : { target: cheapest, why: "cheapest" };
}
// #endregion route
