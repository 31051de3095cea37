/** Sentence ends found without ICU are those that ICU finds. */
import { describe, expect, it } from "vitest";
import { sentenceBreaks } from "../../src/prose/sentence-breaks.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
const byIcu = (text: string) => Array.from(segmenter.segment(text), ({ index }) => index).slice(1);

/** Marsaglia's xorshift, so that a failure can be repeated. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const parts = [
  ..."aZéÖß09.!?..!?,-:;–—()[]{}\"'‘’“”…%€$*_#/\\^~`|<>=+@&§°µ×≤→\n\t \u00a0 ".split(""),
  ...["  ", ". ", "? ", ".\n", ".) ", ".” ", "e.g.", "U.S.", "3.5", "v1.2", "word", "Word", " the ", " The ", "\n\n"],
];

describe("sentence ends without ICU", () => {
  it("are those of ICU in any order of known characters", () => {
    const next = random(20_261_122);
    let answered = 0;
    for (let round = 0; round < 60_000; round++) {
      const text = Array.from({ length: 1 + next(14) }, () => parts[next(parts.length)]).join("");
      const breaks = sentenceBreaks(text);
      if (breaks === undefined) continue;
      answered++;
      expect(breaks.join(), JSON.stringify(text)).toBe(byIcu(text).join());
    }
    expect(answered).toBeGreaterThan(30_000);
  });

  it.each(["漢字。次", "a\u0301. B", "\u00ad", "نعم؟ لا", "A.\rB", "Stop. – Go"])("are left to ICU in %j", (text) => {
    expect(sentenceBreaks(text)).toBeUndefined();
  });
});
