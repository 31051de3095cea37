/** Makes the folder that a new project lives in. */
import { mkdirSync } from "node:fs";

export function newFolder(path: string): void {
  mkdirSync(path, { recursive: true });
}
