/** The short way of reading plain prose gives what the Markdown parser gives, on any text. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Reading } from "../../src/model/reading.ts";
import { parseMarkdown } from "../../src/prose/markdown.ts";
import { readPlain } from "../../src/prose/plain.ts";
import { finish, readProse } from "../../src/prose/read.ts";

const fragments = [
  ..."a b c A Z 1 2 10 é ß “ ” ‘ ’ ' \" ( ) [ ] { } < > * ** _ ` `` ~ ~~ | \\ / : :: ! # ## & &amp; @ + - = . , ; ? % $ ^ www. http:// https://a.b mailto:".split(
    " ",
  ),
  ..." |  |\n|\n\n|\n\n\n|\n  |\n    |\t|\n# |\n## B\n|\n\n## C\n|\n- |\n\n- |\n1. |\n> |\n---\n|\n```\n|\n:::\n|[@key]|[@a#b; @c]|@key|a@b.co|:value[a.b]|:ours[3 days]|:term[x y]|:ref[id]|:x|:value[a]{b=c}|::diagram{#id}|*em*|**strong**|`code`|[l](u)|[r]: u|[^1]|![i](u)|<!-- c -->|<br>|10:30|snake_case|| x || y |\n|--|--|\n|A sentence. |In 2025, 30 runs ".split(
    "|",
  ),
];

/** Small, fast and seeded: mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const rounds = Number(process.env["FUZZ_ROUNDS"] ?? 1000);

/** What stands in most prose, so that half of the texts are nearly plain. */
const mild =
  " |, |. |a b|word|In 2025, |\n|\n|\n\n|(|)|[@a#b; @c] |*em* |**strong** |`code`|:value[a.b] |:ours[3 days] |:term[x y]|_|:|@|*|## ".split(
    "|",
  );

function* texts(seed: number): Generator<string> {
  const next = random(seed);
  for (let round = 0; round < rounds; round++) {
    const from = round % 2 ? fragments : mild;
    yield Array.from({ length: 1 + Math.floor(next() * 14) }, () => from[Math.floor(next() * from.length)]).join("");
  }
}

/** The parser gives no place to a bare address that it finds late. */
const placeless = (reading: Reading) => ({
  ...reading,
  links: reading.links.map((link) => (link.span.start === link.span.end ? { ...link, span: undefined } : link)),
});

describe("plain prose", () => {
  it("has the shape that the parser finds", () => {
    let plain = 0;
    for (const text of texts(1)) {
      const shape = readPlain(text);
      if (!shape) continue;
      plain++;
      expect({ text, ...finish(text, shape) }).toEqual({ text, ...finish(text, parseMarkdown(text)) });
    }
    expect(plain).toBeGreaterThan(rounds / 40);
  });

  it("is read paragraph by paragraph as it is read whole", async () => {
    for (const text of texts(2)) {
      const { figures: _, ...pieces } = placeless(await readProse(text));
      const { figures: __, ...whole } = placeless(finish(text, parseMarkdown(text)));
      expect({ text, ...pieces }).toEqual({ text, ...whole });
    }
  });

  it("takes over what did not change, and gives the same reading", async () => {
    const next = random(3);
    for (const text of texts(3)) {
      const changed = text.replaceAll(/a|B/g, (found) => (next() < 0.3 ? "other words" : found));
      const known = [{ text, reading: await readProse(text) }];
      expect(await readProse(changed, known)).toEqual(await readProse(changed));
    }
  });

  it("reads the dossier of this repository as the parser does", async () => {
    const folder = new URL("../../research/", import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      /^(?:areas|sections).*\.md$/.test(name),
    );
    for (const name of files) {
      const text = readFileSync(new URL(name, folder), "utf8").replace(/^---\n.*?\n---\n/s, "");
      expect({ name, ...(await readProse(text)) }).toEqual({ name, ...finish(text, parseMarkdown(text)) });
    }
    expect(files.length).toBeGreaterThan(0);
  });
});
