/** Findings as JSON, one to a line, in the form of the json reporter's `diagnostics`; for streams and `grep`. */
import type { Reporter } from "./index.ts";

export const jsonl: Reporter = ({ diagnostics }) =>
  diagnostics.map((diagnostic) => `${JSON.stringify(diagnostic)}\n`).join("");
