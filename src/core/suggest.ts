/** "Did you mean": the nearest known name to a mistyped one. */
import { closest, distance } from "fastest-levenshtein";

/** The nearest name when it is near enough to be a slip (two letters in five), otherwise nothing. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const best = closest(name, known);
  return distance(name, best) <= Math.max(1, Math.floor(best.length * 0.4)) ? best : undefined;
}

/** The nearest name as a hint sentence. */
export function didYouMean(name: string, known: readonly string[]): string | undefined {
  const best = nearest(name, known);
  return best === undefined ? undefined : `Did you mean “${best}”?`;
}
