/** Fingerprints: what they find, what they don't, and how they agree with the format's definition. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { findPins, pinOf } from "../../src/evidence/fingerprint.ts";
import { findQuote } from "../../src/evidence/quote.ts";
import { wordsOf } from "../../src/evidence/words.ts";

/** docs/format.md, literally. */
function byDefinition(passage: string) {
  const words =
    passage
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return { words: words.length, sha256: createHash("sha256").update(words.join(" ")).digest("hex") };
}

const passage = "The gateway serves about 30 teams, who send 16 million queries a month; its peak is 25 a second.";
const page = `Menu Home\n\n${"Other words stand here, and more of them. ".repeat(50)}\n${passage}\n${"And after it come others. ".repeat(50)}`;
const pin = pinOf(passage).pin;

describe("fingerprint", () => {
  it.each([
    passage,
    "Ｆｕｌｌ－ｗｉｄｔｈ ﬁne Straße İstanbul naïve e\u0301tude 5 ½ x² 数字が 8 個",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 letters 𐐀𐐁 outside the plane, with 🚀 between two of them",
    "हिन्दी में लिखे हुए शब्द भी गिने जाते हैं यहाँ",
    "lone \ud800 surrogate and \udc00 another one of them here",
  ])("follows the definition: %s", (text) => {
    expect(pinOf(text).pin).toMatchObject(byDefinition(text));
  });

  it("finds a passage whatever stands between its words", () => {
    const spread = page.replace(passage, passage.toUpperCase().replace(/ /g, "\n  ").replace(/,/g, " — "));
    const at = findPins(wordsOf(spread), pin ? [pin] : []).get(pin as NonNullable<typeof pin>);
    expect(at).toBe(wordsOf(page.slice(0, page.indexOf(passage))).count);
  });

  it.each([
    ["a digit changed", "30 teams", "31 teams"],
    ["a word more", "about 30", "about some 30"],
    ["a word less", "about ", ""],
    ["words swapped", "peak is", "is peak"],
    ["two words joined", "25 a second", "25 asecond"],
  ])("does not find it with %s", (_, from, to) => {
    expect(pin && findPins(wordsOf(page.replace(passage, passage.replace(from, to))), [pin]).size).toBe(0);
  });

  it("finds pins without probe as well, several of one length, and at both ends", () => {
    const blind = byDefinition(passage);
    const first = pinOf(`Menu Home ${"Other words stand here, and more of them. ".repeat(1)}`).pin;
    const last = pinOf("come others. And after it come others. And after it come others.").pin;
    const same = pinOf(
      passage
        .split(" ")
        .map((word) => word)
        .join("  "),
    ).pin;
    const found = findPins(
      wordsOf(page),
      [blind, first, last, same].flatMap((one) => one ?? []),
    );
    expect(found.size).toBe(4);
    expect(found.get(first as NonNullable<typeof first>)).toBe(0);
  });

  it("needs the whole SHA-256: a window with the right probe is not enough", () => {
    expect(pin && findPins(wordsOf(page), [{ ...pin, sha256: "0".repeat(64) }]).size).toBe(0);
  });

  it("refuses a passage of few words, and survives pages without any", () => {
    expect(pinOf("only seven words stand in this one")).toEqual({ words: 7 });
    expect(pin && findPins(wordsOf(""), [pin]).size).toBe(0);
    expect(pin && findPins(wordsOf("— … !"), [pin]).size).toBe(0);
  });

  it("stays linear on hostile pages", () => {
    const begun = performance.now();
    for (const text of [
      "a ".repeat(500_000),
      "x".repeat(1_000_000),
      "\u0301".repeat(200_000),
      "ﷺ".repeat(20_000),
      "\ud800".repeat(200_000),
    ])
      expect(pin && findPins(wordsOf(text), [pin]).size).toBe(0);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

describe("quotation", () => {
  const words = wordsOf("He said: we saved 40 % of it. Later he said: we saved 40 % of the cost.");

  it("is found with its surroundings, moved without them, and gone otherwise", () => {
    expect(findQuote(words, { exact: "we saved 40 %" })).toBe("found");
    expect(findQuote(words, { exact: "We saved 40%", prefix: "Later he said:", suffix: "of the cost" })).toBe("found");
    expect(findQuote(words, { exact: "we saved 40 %", prefix: "nobody said" })).toBe("moved");
    expect(findQuote(words, { exact: "we saved 50 %" })).toBeUndefined();
    expect(findQuote(words, { exact: "…" })).toBeUndefined();
    expect(findQuote(words, { exact: "He said", prefix: "and so" })).toBe("moved");
  });
});
