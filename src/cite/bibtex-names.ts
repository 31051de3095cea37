/** Lists of names in BibTeX that need no TeX parser. */
import type { Creator } from "@retorquere/bibtex-parser";
import { plainTex, splitTex } from "./bibtex-tex.ts";

/** Nothing when one of them is in a form, or has TeX in it, that only the parser knows. */
export function plainNames(list: string): Creator[] | undefined {
  if (/\n[ \t\r]*\n/.test(list)) return undefined;
  const line = list.replace(/[ \t\r\n]+/g, " ").trim();
  // `family=…` is BibLaTeX's form of names; `and` without a name on both sides is an error to be told.
  if (line.includes("=") || /^and | and$| and and /i.test(line)) return undefined;
  const names = splitTex(line, " and ").map(plainName);
  return names.includes(undefined) ? undefined : (names as Creator[]);
}

function plainName(raw: string): Creator | undefined {
  const name = raw.trim();
  const group = /^\{((?:[^{}\\]|\\.|\{[^{}]*\})*)\}$/s.exec(name)?.[1];
  if (group !== undefined && !group.startsWith("\\")) {
    const text = plainTex(group);
    return text ? { name: text } : undefined;
  }
  const parts = splitTex(name, ",").map(plainTex);
  if (parts.length > 3 || parts.some((part) => !part)) return undefined;
  return parts.length === 1 ? inOrder(name) : turned(parts as string[]);
}

/** `von Family, Given` or `von Family, Jr., Given` */
function turned(parts: readonly string[]): Creator {
  const [last = "", suffix] = parts;
  const [, prefix, family = last] = /^([a-z'. ]+) (.+)/.exec(last) ?? [];
  return {
    lastName: family,
    ...(parts.at(-1) === undefined ? {} : { firstName: parts.at(-1) as string }),
    ...(prefix?.trim() ? { prefix: prefix.trim() } : {}),
    ...(parts.length === 3 && suffix ? { suffix } : {}),
  };
}

/** `Given von Family` */
function inOrder(name: string): Creator | undefined {
  // The space after a command ends the command, and no word.
  if (/\\[A-Za-z]+ /.test(name)) return undefined;
  const words = splitTex(name, " ").map(plainTex);
  // Whether a small letter with an accent begins a particle is for the parser to say.
  if (words.some((word) => !word || /^(?![a-z])\p{Ll}/u.test(word))) return undefined;
  const said = words as string[];
  if (said.length === 1) return { lastName: said[0] as string };
  const prefix = said.findIndex((word) => /^[a-z]/.test(word));
  const family = prefix <= 0 ? -1 : said.findIndex((word, at) => at > prefix && !/^[a-z]/.test(word));
  if (family < 0) return { lastName: said.at(-1) as string, firstName: said.slice(0, -1).join(" ") };
  return {
    firstName: said.slice(0, prefix).join(" "),
    prefix: said.slice(prefix, family).join(" "),
    lastName: said.slice(family).join(" "),
  };
}
