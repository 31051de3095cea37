/** Adds text to a file outside the project that the environment names, such as the summary of a CI job. */
import { appendFileSync } from "node:fs";

export function append(path: string, text: string): void {
  appendFileSync(path, text);
}
