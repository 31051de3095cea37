/** What a person is told of a mistake that can be mended: a sentence on stderr and what to do next, without a stack. */
import type { UserError } from "../core/user-error.ts";
import { harmless, paint } from "./paint.ts";

export function tell({ message, hint }: UserError): void {
  const colours = paint(process.stderr);
  process.stderr.write(`${colours.red("error:")} ${harmless(message)}\n`);
  if (hint) process.stderr.write(`${colours.dim("hint:")} ${harmless(hint)}\n`);
}
