/** What is read without the TeX parser is what the parser would have read. */
import { parse } from "@retorquere/bibtex-parser";
import { describe, expect, it } from "vitest";
import { takePlain } from "../../src/cite/bibtex-plain.ts";
import { plainTex } from "../../src/cite/bibtex-tex.ts";

const options = { english: false, sentenceCase: false, caseProtection: false, unsupported: "ignore" } as const;
const parsed = (entry: string) => parse(entry, options).entries[0];
/** Accents composed; a space at the edge of a group is no second one. */
const composed = (value: unknown) => JSON.parse(JSON.stringify(value).normalize("NFC").replace(/ {2,}/g, " "));

/** Broken entries are the parser's to report. */
function isSound(entry: string): boolean {
  try {
    const { errors, entries } = parse(entry, options);
    return errors.length === 0 && entries.length === 1;
  } catch {
    return false;
  }
}

/** The entry read in two ways must be the same; returns what was taken. */
function compare(entry: string): readonly string[] {
  const plain = takePlain(entry);
  if (!plain) return [];
  const whole = parsed(entry);
  const rest = plain.rest === undefined ? {} : parsed(plain.rest)?.fields;
  expect(composed({ ...rest, ...plain.fields }), entry).toEqual(composed(whole?.fields));
  expect([plain.key, plain.type]).toEqual([whole?.key, whole?.type]);
  return Object.keys(plain.fields);
}

describe("reading a BibTeX entry without the TeX parser", () => {
  it.each([
    String.raw`@article{a, title = {Plain  title
      on two lines}, author = {A and B}, journal={J}, year={2000}, note={50\% x}, doi={10.1/a_b}, abstract={see a = {b}, c}, pages={1--2}}`,
    "@Book{b,title={Self-hosted {GPU}s (models), at 10.5 x},publisher={A and B},isbn={123},edition={2},}",
    '@misc{c, title="quoted, with comma", year=2000, month=jan, url={https://example.org/a_b?x=1&y=%20#z}}',
    String.raw`@misc{d, author={Knuth, Donald E. and {\"O}zg{\"u}r, M. and {The {NASA} Team} and van der Berg, Jan and Foo, Jr., Bar and Ludwig van Beethoven and d'Arc, J. and Plato}}`,
    "@misc{e, keywords={b; A,b , c d}, month={March}, institution={Taylor & Francis}, file={x.pdf:a}, note={see 'this' --- and that~one}}",
    "@misc{g, title={``Quoted'' words}}",
    String.raw`@misc{f, title={{\emph{Bold}} claims}, journal={{\O}re \c{c}a \v Simek \ss{}en {\'e}t\'e}, year = 02000, volume = 12}`,
  ])("%s", (entry) => expect(compare(entry).length).toBeGreaterThan(0));

  it("leaves what is put together, abbreviated, inherited or broken to the parser", () => {
    for (const odd of [
      "@misc{, title={x}}",
      "@misc{a}",
      "@misc(a, title={x})",
      "@misc{a, crossref={b}, title={x}}",
      "@misc{a, title}",
      "@misc{a, title={x}, title={y}}",
    ])
      expect(takePlain(odd), odd).toBeUndefined();
    for (const value of ["{a} # {b}", "acm", "{a $x$}", String.raw`{\emph{a}}`, "{a % b\n}", "{a\n\nb}", '"a {b} c"'])
      expect(takePlain(`@misc{a, note=${value}}`), value).toMatchObject({ fields: {}, rest: expect.anything() });
    expect(takePlain("@misc{a, month=jan}", { JAN: "Januar" })?.fields).toEqual({});
    expect(takePlain("@misc{a, author={A, B, C, D}, editor={X and and Y}}")?.fields).toEqual({});
  });

  it("sets the accent of a dotless letter on a letter that has its dot", () => {
    expect(plainTex(String.raw`Garc\'{\i}a {\'\i}`)).toBe("García í");
  });

  it("agrees with the parser on two thousand odd values", () => {
    let seed = 7;
    const next = (most: number) => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return (seed >>> 8) % most;
    };
    const pieces =
      String.raw`a|B|word|van|and|, | |.|'|''|-|--|---|~|{|}|{|}|{\"u}|\"o|\'{e}|\c c|\v{S}|{\ss}|\o |\&|\%|_|&|(|)|[|;|:|=|1|20|é|ß|"|$|\emph{x}|%|^|<|Jr.|{NASA}|O'B|#|\L{}|/`.split(
        "|",
      );
    const names = [
      "title",
      "author",
      "editor",
      "publisher",
      "keywords",
      "url",
      "doi",
      "note",
      "year",
      "month",
      "pages",
      "abstract",
      "x-own",
    ];
    let taken = 0;
    for (let round = 0; round < 2000; round += 1) {
      const value = Array.from({ length: 1 + next(8) }, () => pieces[next(pieces.length)]).join(next(2) ? "" : " ");
      const entry = `@misc{k, ${names[next(names.length)]} = {${value.trim()}}, subtitle={x}}`;
      if (isSound(entry)) taken += compare(entry).length - 1;
    }
    expect(taken).toBeGreaterThan(500);
  });
});
