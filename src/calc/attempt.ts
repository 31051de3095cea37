/** Turns a FormulaError into a reported problem. */
import type { Path } from "../model/entry.ts";
import { FormulaError } from "./formula-error.ts";
import type { Report } from "./variable.ts";

/** What `work` returns, or nothing after reporting at `path` why it failed. */
export function attempt<T>(report: Report, path: Path, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    report(path, error.message, error.hint);
    return undefined;
  }
}
