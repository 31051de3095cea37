/** BibTeX and BibLaTeX, read and written. */
import { describe, expect, it } from "vitest";
import { fromCsl } from "../../../src/cite/csl-item.ts";
import type { ReadResult } from "../../../src/cite/format.ts";
import { bibtex } from "../../../src/cite/formats/bibtex.ts";
import type { Source } from "../../../src/model/source.ts";

const read = (text: string) => bibtex.read?.(text, "refs.bib") as Promise<ReadResult>;
const one = async (text: string) => {
  const { records, problems } = await read(text);
  expect(problems).toEqual([]);
  return { record: fromCsl(records[0]?.item ?? {}).record, lost: records[0]?.lost, id: records[0]?.item.id };
};

describe("reading BibTeX", () => {
  it("maps an article with TeX, strings and names", async () => {
    const text = String.raw`@string{cj = "The Computer Journal"}
@article{knuth1984, author={Knuth, Donald E. and {\"O}zg{\"u}r, M. and {The {NASA} Team} and van der Berg, Jan and Foo, Jr., Bar},
  title={Literate {Programming}: a \emph{new} way}, journal=cj, year=1984, month=may, volume=27, number=2, pages={97--111},
  doi={10.1093/comjnl/27.2.97}, keywords={a, b}, file={x.pdf}, timestamp={2020}}`;
    expect(await one(text)).toEqual({
      id: "knuth1984",
      lost: ["file"],
      record: {
        type: "article-journal",
        title: "Literate Programming: a <i>new</i> way",
        author: [
          { family: "Knuth", given: "Donald E." },
          { family: "Özgür", given: "M." },
          { literal: "The NASA Team" },
          { family: "Berg", given: "Jan", "dropping-particle": "van der" },
          { family: "Foo", given: "Bar", suffix: "Jr." },
        ],
        "container-title": "The Computer Journal",
        volume: "27",
        issue: "2",
        page: "97-111",
        issued: "1984-05",
        DOI: "10.1093/comjnl/27.2.97",
        keyword: "a, b",
      },
    });
  });

  it.each([
    [
      "@misc{a, title={T}, eprint={1706.03762v5}, archiveprefix={arXiv}, year=2017}",
      { type: "article", DOI: "10.48550/arXiv.1706.03762", URL: "https://arxiv.org/abs/1706.03762v5", version: "v5" },
    ],
    [
      "@article{a, title={T}, journal={arXiv preprint arXiv:1706.03762}, eprinttype={arxiv}, eprint={1706.03762}}",
      { type: "article" },
    ],
    [
      "@misc{a, title={T}, howpublished={\\url{https://example.org/x}}, note={\\href{https://e.org}{see} \\textbf{x}}}",
      { type: "webpage", URL: "https://example.org/x", note: "see (https://e.org) x" },
    ],
    [
      "@online{a, title={T}, subtitle={S}, date={2020-05/2020-06}, urldate={2024-01-02}}",
      { type: "webpage", title: "T: S", issued: "2020-05/2020-06", accessed: "2024-01-02" },
    ],
    ["@phdthesis{a, title={T}, school={MIT}, year={2020}}", { type: "thesis", genre: "PhD thesis", publisher: "MIT" }],
    [
      "@techreport{a, title={T}, institution={NIST}, number={AI 100-1}, year={2023}, month={Spring}}",
      { type: "report", publisher: "NIST", number: "AI 100-1", issued: "2023-21" },
    ],
    ["@misc{a, title={T}, author={Roe, Ann and others}}", { author: [{ family: "Roe", given: "Ann" }] }],
    ["@article(a, title={Paren (x) “q”}, year=1999)", { title: "Paren (x) “q”", issued: "1999" }],
  ])("%s", async (text, expected) => expect((await one(text)).record).toMatchObject(expected));

  it("inherits from the parent entry", async () => {
    const { records } = await read(
      "@inproceedings{a, title={T}, crossref={p}}\n@proceedings{p, title={Proc}, year={2020}, publisher={ACM}}",
    );
    expect(fromCsl(records[0]?.item ?? {}).record).toMatchObject({
      "container-title": "Proc",
      issued: "2020",
      publisher: "ACM",
    });
    expect(records).toHaveLength(2);
  });

  it("names each failure with its line and keeps the others", async () => {
    const text = `% a comment
@article{good, title={A}, year=2000}
@broken{ foo, title={abc

@article{bad, title = "x" year = 2000}
@article{bad, title = "x" year = 2000}
not@an.entry {
@online{dollar, title={costs $ 5}}
@misc{unknown, title={U}, note=nosuchstring}
@comment{@article{ignored, title={x}}}
@article{last, title={Z}}`;
    const { records, problems } = await read(text);
    expect(records.map(({ item, line }) => [item.id, line])).toEqual([
      ["good", 2],
      ["unknown", 9],
      ["last", 11],
    ]);
    expect(problems.map(({ line }) => line)).toEqual([3, 5, 6, 8, 9]);
    expect(problems[0]?.message).toBe("Unexpected end of @broken, expected a closing }");
    expect(problems[1]?.message).toMatch(/^@article “bad”: Token mismatch/);
    expect(problems[4]?.message).toMatch(/nosuchstring/);
  });

  it("bears hostile files in little time", async () => {
    const start = performance.now();
    const counts = async (text: string) => {
      const { records, problems } = await read(text);
      return [records.length, problems.length];
    };
    expect(await counts("@article{a, title={x\n".repeat(5000))).toEqual([0, 5000]);
    expect(await counts("@article{a, title={x ".repeat(5000))).toEqual([0, 1]);
    expect(await counts(`@article{d, title = {${"{".repeat(50_000)}x${"}".repeat(50_000)}}}`)).toEqual([0, 1]);
    expect(await counts(`@article{d, title={${"\\begin{a}".repeat(3000)}}}`)).toEqual([0, 1]);
    expect(await counts(`@article{a, title={T}, author={A${" ".repeat(500_000)}B}}`)).toEqual([1, 0]);
    expect(await counts(`@article{a, title={T}, author={${"A and ".repeat(50_000)}B}}`)).toEqual([1, 0]);
    expect(await counts("@".repeat(100_000))).toEqual([0, 0]);
    expect(await counts(`@article${" ".repeat(100_000)}`)).toEqual([0, 0]);
    expect(await counts("@article{__proto__, title={x}, __proto__={y}}\n@string{__proto__ = {a}}")).toEqual([1, 0]);
    const keys = Array.from({ length: 60 }, (_, index) => `k${index}`);
    const ring = keys.map((key) => `@misc{${key}, title={A \\emph{c}}, xdata={${keys.join(",")}}}`);
    expect(await counts(ring.join("\n"))).toEqual([60, 0]);
    expect(({} as Record<string, unknown>).title).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("reads thousands of entries in order", async () => {
    const entry = (at: number) =>
      `@article{k${at}, author={Name${at}, A.}, title={Number ${at} of many}, year={${1900 + (at % 100)}}}\n`;
    const { records, problems } = await read(Array.from({ length: 1000 }, (_, at) => entry(at)).join(""));
    expect(problems).toEqual([]);
    expect(records).toHaveLength(1000);
    expect(records[999]).toMatchObject({
      line: 1000,
      item: { id: "k999", title: "Number 999 of many", issued: { "date-parts": [[1999]] } },
    });
  });
});

describe("writing BibTeX", () => {
  const source = {
    type: "article-journal",
    title: "A & B: 100% of $5 {braces} <i>E. coli</i> ~ ^ _ # \\cmd",
    author: [
      { family: "Maddix Robinson", given: "A." },
      { literal: "Simon and Schuster, Inc." },
      { family: "Berg", given: "J.", "dropping-particle": "van der", suffix: "Jr." },
    ],
    "container-title": "J & K",
    volume: "3",
    issue: "2",
    page: "1-9",
    issued: "2024-07-11",
    accessed: "2026-11-22",
    URL: "https://example.org/a_b?x=%20#y",
    DOI: "10.1000/a_b(1)",
    note: "n",
  } as unknown as Source;

  it("comes back the same", async () => {
    const { text, lost } = bibtex.write?.([["key", source]]) ?? { text: "", lost: [] };
    expect(lost).toEqual([]);
    expect(await one(text)).toMatchObject({ id: "key", record: source, lost: [] });
  });

  it("writes a type that no format knows as one that says least", () => {
    const odd = { type: "constructor", title: "T" } as unknown as Source;
    const { text, lost } = bibtex.write?.([["key", odd]]) ?? { text: "", lost: [] };
    expect(text).toMatch(/^@misc\{key,/);
    expect(lost.map(({ field }) => field)).toEqual(["type"]);
  });

  it("keeps ranges and seasons, and names what it loses", async () => {
    const post = {
      type: "post-weblog",
      title: "T",
      "container-title": "Blog",
      issued: "2024-21/2024-22",
      tier: "T1",
      facts: [],
    } as unknown as Source;
    const { text, lost } = bibtex.write?.([["k}ey,\n", post]]) ?? { text: "", lost: [] };
    expect(lost.map(({ field }) => field)).toEqual(["type", "container-title", "tier", "facts"]);
    expect(await one(text)).toMatchObject({
      id: "key",
      record: { type: "webpage", title: "T", issued: "2024-21/2024-22" },
    });
  });
});
