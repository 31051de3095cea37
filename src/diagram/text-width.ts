/** How wide a text is without a browser: the widths of Helvetica, which Arial and Liberation Sans share, rounded up. */

/** Thousandths of the font size, for U+0020 to U+007E, from the Helvetica AFM of the PDF standard fonts. */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
] as const;

/** Fonts that stand in for a missing one are up to this much wider. */
const reserve = 1.12;

/** Width in the unit of `size`. Other characters count as wide ones. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const character of text)
    sum += widths[(character.codePointAt(0) as number) - 32] ?? (character > "\u2e80" ? 1000 : 600);
  return (sum / 1000) * size * reserve;
}

/** Lines no wider than `width` where the words allow it. */
export function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
