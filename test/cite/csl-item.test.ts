/** A source record as CSL data. */
import { describe, expect, it } from "vitest";
import { fromCsl, ownFieldsOf, plain, toCsl } from "../../src/cite/csl-item.ts";
import { cslDates, cslNames, cslText } from "../../src/model/csl-variables.ts";
import { type Source, source } from "../../src/model/source.ts";
import { sourceFields } from "../../src/model/source-fields.ts";

const everything = {
  type: "article-journal",
  title: "Title",
  ...Object.fromEntries(
    cslNames.map((name, at) => [name, [{ family: `F${at}`, given: "G", suffix: "Jr." }, { literal: "Org" }]]),
  ),
  ...Object.fromEntries(cslText.map((name, at) => [name, `${at}.10`])),
  ...Object.fromEntries(cslDates.map((name) => [name, "2024-07/2024-08"])),
  accessed: "2026-11-22",
  URL: "https://example.org/a",
  DOI: "10.1000/182",
} as unknown as Source;

describe("CSL items", () => {
  it("carry every CSL variable there and back", () => {
    const { record, lost } = fromCsl(toCsl("key", everything));
    expect(record).toEqual(everything);
    expect(lost).toEqual([]);
    expect(source.safeParse(record).success).toBe(true);
  });

  it("name every field of the schema in their order", () => {
    expect(new Set(sourceFields)).toEqual(new Set(Object.keys(source.shape)));
    expect(
      Object.keys(fromCsl({ DOI: "10.1/x", note: "n", author: [{ literal: "A" }], title: "T", type: "book" }).record),
    ).toEqual(["type", "title", "author", "note"]);
  });

  it("keep what is the dossier's own apart", () => {
    const own = { ...everything, tier: "T1", facts: [] } as unknown as Source;
    expect(toCsl("k", own)).not.toHaveProperty("tier");
    expect(ownFieldsOf(own)).toEqual({ tier: "T1", facts: [] });
    expect(ownFieldsOf(everything)).toBeUndefined();
    expect(fromCsl({ type: "book", custom: { dossier: { tier: "T1", evil: 1 } } }).record).toEqual({
      type: "book",
      tier: "T1",
    });
  });

  it("read what registries write: arrays, numbers, old names, resolvers", () => {
    const { record, lost } = fromCsl({
      type: "article-journal",
      title: ["One title"],
      volume: 27,
      ISSN: ["1234-5678", "2345-6789"],
      shortTitle: "One",
      DOI: "https://doi.org/10.1000/182",
      author: [{ name: "An Organisation" }, { given: "Mono" }, { family: "Jr", "comma-suffix": true }, {}],
      issued: { "date-parts": [[2024, 7]] },
      accessed: { "date-parts": [[2024]] },
      categories: ["x"],
      archive: "A library",
    });
    expect(record).toEqual({
      type: "article-journal",
      title: "One title",
      "title-short": "One",
      author: [{ literal: "An Organisation" }, { literal: "Mono" }, { family: "Jr" }],
      volume: "27",
      ISSN: "1234-5678, 2345-6789",
      issued: "2024-07",
      DOI: "10.1000/182",
    });
    expect(lost).toEqual(["author: comma-suffix", "accessed", "categories", "archive"]);
  });

  it("survive hostile items", () => {
    const item = JSON.parse(
      '{"type":"../x","title":"a\\u0000b\\nc\\u202ed","__proto__":{"polluted":1},"constructor":"x","author":"A","issued":{"date-parts":"x"},"URL":"javascript:alert(1)"}',
    );
    const { record, lost } = fromCsl(item);
    expect(record).toEqual({ type: "document", title: "a b cd", author: [{ literal: "A" }] });
    expect(lost).toEqual(["__proto__", "constructor", "issued", "URL", "type"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("keep line breaks only where asked", () => {
    expect(plain("a\r\n b\u0007", true)).toBe("a\n b");
    expect(plain("a\r\n b\u0007")).toBe("a b");
    expect(plain("\ud800x\ud83d\ude00")).toBe("x😀");
  });
});
