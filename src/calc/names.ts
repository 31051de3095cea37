/** Which names inputs and outputs may have: those that can stand in a formula and mean nothing else there. */
import { constants, functions } from "./operations.ts";
import { unitNames } from "./unit-names.ts";

const words = [
  "and",
  "or",
  "xor",
  "not",
  "mod",
  "to",
  "in",
  "end",
  "true",
  "false",
  "null",
  "undefined",
  "NaN",
  "Infinity",
];

/** Why a name can't be used, or nothing. */
export function whyNotName(name: string): string | undefined {
  if (name.length > 80) return "expected at most 80 characters";
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) return "expected letters, digits and _, beginning with a letter";
  if (functions.has(name) || constants.has(name) || words.includes(name) || name in Object.prototype)
    return "it already means something in formulas";
  if (unitNames.has(name)) return "it is a unit";
  return undefined;
}
