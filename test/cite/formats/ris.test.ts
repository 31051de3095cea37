/** RIS, read and written. */
import { describe, expect, it } from "vitest";
import { fromCsl } from "../../../src/cite/csl-item.ts";
import type { ReadResult } from "../../../src/cite/format.ts";
import { ris } from "../../../src/cite/formats/ris.ts";
import type { Source } from "../../../src/model/source.ts";

const read = (text: string) => ris.read?.(text, "refs.ris") as Promise<ReadResult>;

const article = `\ufeffTY  - JOUR
ID  - smith
AU  - Smith, Ann, Jr.
AU  - The Consortium
T1  - A title
  that goes on
T2  - Journal of Things
PY  - 2024
DA  - 2024/07/11/
VL  - 27
IS  - 2
SP  - 97
EP  - 111
SN  - 1234-5678
DO  - https://doi.org/10.1000/182
UR  - https://example.org/a
KW  - one
KW  - two
L1  - file.pdf
ER  -
`;

describe("reading RIS", () => {
  it("maps a record", async () => {
    const { records, problems } = await read(article);
    expect(problems).toEqual([]);
    expect(records[0]).toMatchObject({ line: 1, lost: ["L1"], item: { id: "smith" } });
    expect(fromCsl(records[0]?.item ?? {}).record).toEqual({
      type: "article-journal",
      title: "A title that goes on",
      author: [{ family: "Smith", given: "Ann", suffix: "Jr." }, { literal: "The Consortium" }],
      "container-title": "Journal of Things",
      volume: "27",
      issue: "2",
      page: "97-111",
      ISSN: "1234-5678",
      issued: "2024-07-11",
      URL: "https://example.org/a",
      DOI: "10.1000/182",
      keyword: "one, two",
    });
  });

  it("names broken records with their lines and reads the whole ones", async () => {
    const text =
      "junk\r\nTY  - BOOK\r\nTI  - First\r\nTY  - NOSUCH\r\nTI  - Second\r\nSN  - 978-0-306-40615-7\r\nER  - \r\nER  - \r\nTY  - WEB\r\nTI  - Third";
    const { records, problems } = await read(text);
    expect(records.map(({ item, line }) => [item.type, item.title, line])).toEqual([["document", "Second", 4]]);
    expect(records[0]?.item.ISBN).toBe("978-0-306-40615-7");
    expect(problems.map(({ line }) => line)).toEqual([1, 2, 8, 9]);
  });

  it("bears hostile text", async () => {
    const { records } = await read(
      `TY  - JOUR\n__proto__  - x\nTI  - ${"x".repeat(1_000_000)}\nDA  - ${"/".repeat(10_000)}\nER  - `,
    );
    expect(records).toHaveLength(1);
    expect((await read("\n".repeat(100_000))).records).toEqual([]);
  });
});

it("writes what it can read, and names what it loses", async () => {
  const { records } = await read(article);
  const source = {
    ...fromCsl(records[0]?.item ?? {}).record,
    title: "Line\nbreak",
    tier: "T1",
    version: "2",
  } as unknown as Source;
  const { text, lost } = ris.write?.([["smith", source]]) ?? { text: "", lost: [] };
  expect(lost).toEqual([
    { key: "smith", field: "tier" },
    { key: "smith", field: "version" },
  ]);
  const again = fromCsl((await read(text)).records[0]?.item ?? {}).record;
  expect({ ...again, version: "2", tier: "T1" }).toEqual({ ...source, title: "Line break" });
});
