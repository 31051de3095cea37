/**
 * Where sentences may end, by Unicode's rules (UAX #29), for text of letters, digits and punctuation of European languages: ICU takes
 * as long to load as all else that an edited paragraph costs. A seeded fuzz holds this to what ICU finds.
 */

/** Nothing else in the text: no marks that combine, no letters without case, and no sentence ends of other scripts. */
const known = /^[\t\n -~\u00a0°±µ·×§À-ÖØ-öø-žſ–—‘’“”…€≤≥≈→]*$/;

/** A full stop or its like, closing punctuation, spaces. */
const end = /[.!?][()[\]{}"'‘’“”]*[\t \u00a0]*/g;

/** What continues a sentence differs between versions of Unicode. */
const unsure = /[.!?][()[\]{}"'‘’“”]*[\t \u00a0]*[,\-:;–—]/;

/** Whether words go on in small letters. */
const goesOn = /[^\p{L}\n.!?]*\p{Lowercase}/uy;

/** Offsets behind which a sentence or a line begins; nothing when the text is not so simple. */
export function sentenceBreaks(text: string): number[] | undefined {
  if (!known.test(text) || unsure.test(text)) return undefined;
  const breaks: number[] = [];
  for (const { 0: found, index } of text.matchAll(end)) {
    const at = index + found.length;
    const next = text[at] ?? "";
    if (next !== "" && !/[\n.!?]/.test(next) && !(found.startsWith(".") && isInside(text, index, at))) breaks.push(at);
  }
  for (const { index } of text.matchAll(/\n(?!$)/g)) breaks.push(index + 1);
  return breaks.sort((a, b) => a - b);
}

/** A full stop within a number, between letters, or before a small letter ends nothing. */
function isInside(text: string, dot: number, at: number): boolean {
  if (at === dot + 1 && (/[0-9]/.test(text[at] ?? "") || /\p{L}\.\p{Lu}/u.test(text.slice(dot - 1, at + 1))))
    return true;
  goesOn.lastIndex = at;
  return goesOn.test(text);
}
