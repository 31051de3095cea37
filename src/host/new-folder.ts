/** Makes the folder that a new project lives in. */
import { mkdirSync } from "node:fs";
import { refusal } from "./disk-error.ts";

/** Throws UserError where the system allows none. */
export function newFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw refusal(path, "written", error);
  }
}
