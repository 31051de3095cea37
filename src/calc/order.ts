/** The order in which variables can be computed, and the cycles that make it impossible for some. */
import { needsOf, type Variable, type Variables } from "./variable.ts";

export interface Order {
  /** Every variable after those it needs; members of cycles are missing. */
  readonly sorted: readonly Variable[];
  /** Keys of each cycle, beginning with the one that stands first. */
  readonly cycles: readonly (readonly string[])[];
}

/** Kahn's algorithm, without recursion: a chain of any length has room. */
export function orderOf(variables: Variables): Order {
  const sorted: Variable[] = [];
  const cycles: string[][] = [];
  const waiting = new Map<string, Set<string>>();
  const users = new Map<string, string[]>();
  const ready: string[] = [];
  for (const variable of variables.values()) {
    const needs = new Set(needsOf(variable).filter((key) => variables.has(key)));
    for (const need of needs) users.set(need, [...(users.get(need) ?? []), variable.key]);
    waiting.set(variable.key, needs);
    if (needs.size === 0) ready.push(variable.key);
  }
  const settle = (key: string) => {
    waiting.delete(key);
    for (const user of users.get(key) ?? []) {
      const needs = waiting.get(user);
      if (needs?.delete(key) && needs.size === 0) ready.push(user);
    }
  };
  while (waiting.size > 0) {
    for (let key = ready.pop(); key !== undefined; key = ready.pop()) {
      sorted.push(variables.get(key) as Variable);
      settle(key);
    }
    const [stuck] = waiting.keys();
    if (stuck === undefined) break;
    const cycle = cycleFrom(stuck, waiting);
    cycles.push(cycle);
    for (const key of cycle) waiting.get(key)?.clear();
    for (const key of cycle) settle(key);
  }
  return { sorted, cycles };
}

/** Every key that waits has a key it waits for, so following them must come back. */
function cycleFrom(start: string, waiting: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const seen = new Map<string, number>();
  const trail: string[] = [];
  let key = start;
  while (!seen.has(key)) {
    seen.set(key, trail.length);
    trail.push(key);
    key = waiting.get(key)?.values().next().value as string;
  }
  const cycle = trail.slice(seen.get(key));
  const keys = [...waiting.keys()].filter((candidate) => cycle.includes(candidate));
  const first = cycle.indexOf(keys[0] as string);
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}
