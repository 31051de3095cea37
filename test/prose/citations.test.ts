/** Pandoc's citation grammar, and everything that has an `@` and is no citation. */
import { describe, expect, it } from "vitest";
import { findCitations } from "../../src/prose/citations.ts";
import { readProse } from "../../src/prose/read.ts";

const keys = async (text: string) =>
  (await readProse(text)).citations.map(({ items }) => items.map(({ key, fact }) => (fact ? `${key}#${fact}` : key)));

describe("citations", () => {
  it.each<[string, string[][]]>([
    ["[@key]", [["key"]]],
    ["[@a, sec. 3; @b]", [["a", "b"]]],
    ["[see @a, pp. 33-35; also @b, chap. 1]", [["a", "b"]]],
    ["[-@key]", [["key"]]],
    ["@key says so.", [["key"]]],
    ["@key.", [["key"]]],
    ["[@key#fact; @key#other]", [["key#fact", "key#other"]]],
    ["[@wadler1989, sec. 1.3]\n[@x]", [["wadler1989"], ["x"]]],
    ["*[@a]* and **@b**", [["a"], ["b"]]],
    ["| x |\n|---|\n| 5 [@a] |", [["a"]]],
    ["- item [@a]", [["a"]]],
    ["A note[^1].\n\n[^1]: See [@a].", [["a"]]],
    ["[a, *sec.* 3; @b]", [["b"]]],
  ])("reads %j", async (text, expected) => {
    expect(await keys(text)).toEqual(expected);
  });

  it.each([
    "mail me@example.org",
    "me@example.org",
    "`[@code]`",
    "```\n[@code]\n```",
    "    [@indented]",
    "https://x.org/@user/post",
    "<https://x.org/@user>",
    "[text](https://x.org/@user)",
    "npm i @types/node",
    "@types/node is a package",
    "\\@key",
    "[\\@key]",
    "<!-- [@comment] -->",
    "a @ b",
    "user@@host",
    "![alt](x@y.png)",
    "<b title='@x'>",
  ])("finds none in %j", async (text) => {
    expect(await keys(text)).toEqual([]);
  });

  it("finds the brackets of 30,000 keys in one walk", () => {
    const began = performance.now();
    expect(findCitations("@a ".repeat(30_000))).toHaveLength(30_000);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("keeps locator, prefix and place", async () => {
    const text = "So it is [see @a, sec. 3; @b].";
    const [citation] = (await readProse(text)).citations;
    expect(text.slice(citation?.span.start, citation?.span.end)).toBe("[see @a, sec. 3; @b]");
    expect(citation?.items[0]).toMatchObject({ key: "a", prefix: "see", suffix: "sec. 3" });
  });
});

describe("sentences", () => {
  const sentences = async (text: string) => {
    const reading = await readProse(text);
    return reading.sentences.map(({ span }) => reading.masked.slice(span.start, span.end).replace(/\s+/g, " ").trim());
  };

  it.each<[string, string[]]>([
    ["One. Two.", ["One.", "Two."]],
    ["It costs 3.5 % more, e.g. Kafka. Next.", ["It costs 3.5 % more, e.g. Kafka.", "Next."]],
    ["Smith et al. Found it. Yes.", ["Smith et al. Found it.", "Yes."]],
    ["See sec. 3 of it. Next", ["See sec. 3 of it.", "Next"]],
    ["A line\nthat goes on. End.", ["A line that goes on.", "End."]],
    ["| a | b. c |\n|---|---|\n| 1 | 2 |", ["a b. c", "1 2"]],
  ])("splits %j", async (text, expected) => {
    expect(await sentences(text)).toEqual(expected);
  });

  it("gives a citation behind the full stop to the sentence before it", async () => {
    const text = "It is fast. [@a] It is cheap.";
    const [first, second] = (await readProse(text)).sentences;
    expect(text.slice(first?.span.start, first?.span.end)).toBe("It is fast. [@a]");
    expect(text.slice(second?.span.start, second?.span.end)).toBe("It is cheap.");
  });

  it("keeps offsets: what is masked is as long as what was written", async () => {
    const text = "A `code` and :value[a.b] and [link](http://x) *em* [@k].\n\n::diagram[Cap]{#x}\n";
    const { masked, directives } = await readProse(text);
    expect(masked).toHaveLength(text.length);
    expect(masked.indexOf("link")).toBe(text.indexOf("link"));
    expect(masked).not.toMatch(/code|a\.b|http|@k/);
    expect(directives.map(({ name, label, attributes }) => ({ name, label, attributes }))).toEqual([
      { name: "value", label: "a.b", attributes: {} },
      { name: "diagram", label: "Cap", attributes: { id: "x" } },
    ]);
  });

  it("leaves times and ratios alone", async () => {
    expect((await readProse("At 10:30 the ratio a:b was 3:1.")).directives).toEqual([]);
  });
});

describe("an edit", () => {
  it("of one paragraph among thousands reads as the whole does anew, and costs less", async () => {
    const paragraphs = Array.from({ length: 3_000 }, (_, n) => `Line ${n} takes ${n} % [@k${n}#f]. It *ends* here.`);
    const before = paragraphs.join("\n\n");
    const after = before.replace("Line 1500 takes", "## A heading\n\nNow line 1500 takes");
    const known = { text: before, reading: await readProse(before) };
    const began = performance.now();
    const reading = await readProse(after, [known]);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(reading).toEqual(await readProse(after));
  }, 30_000);
});
