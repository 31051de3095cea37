/** A name as it is printed to its parts. */
import type { CslName } from "./csl-item.ts";

const organisation =
  /\b(?:inc|ltd|llc|gmbh|corp(?:oration)?|company|team|group|labs?|foundation|institute|university|committee|consortium|council|commission|association|society|agency|ministry|department|office|project|contributors|authors|editors|staff|news|research|engineering|security|blog)\b\.?/i;
const particles = new Set("van von der den de del della di da dos du la le ter ten zu af bin ibn al el".split(" "));

/** `Family, Given` or `Given Family`; one word, a long name, or one that says what it is stays whole. */
export function personName(text: string): CslName {
  const said = text
    .replace(/^by\s+/i, "")
    .replace(/\s+/g, " ")
    .trim();
  const [family = "", given, ...rest] = said.split(/\s*,\s*/);
  if (given !== undefined && family !== "" && rest.length === 0 && !organisation.test(said)) return { family, given };
  const words = said.split(" ");
  if (
    words.length < 2 ||
    words.length > 5 ||
    organisation.test(said) ||
    /[\d&@/|]|\b(?:of|and|for|the|on|in)\b/.test(said)
  )
    return { literal: said };
  let at = words.length - 1;
  while (at > 1 && particles.has((words[at - 1] as string).toLowerCase())) at -= 1;
  return { family: words.slice(at).join(" "), given: words.slice(0, at).join(" ") };
}

/** `Smith JA`, as PubMed and the RFC Editor's `E. Rescorla` invert and abbreviate them. */
export function abbreviatedName(text: string): CslName {
  const inverted = /^(.+?) ([A-Z]{1,4})(?: (?:Jr|Sr|[2-4](?:nd|rd|th)))?$/.exec(text.trim());
  if (inverted)
    return {
      family: inverted[1] as string,
      given: [...(inverted[2] as string)].map((letter) => `${letter}.`).join(" "),
    };
  const initials = /^((?:\p{Lu}\.[ -]?)+) ?(\S.*)$/u.exec(text.trim());
  return initials
    ? { family: (initials[2] as string).replace(/, Ed\.?$/, ""), given: (initials[1] as string).trim() }
    : personName(text);
}
