/** CSV: one row a source, quoted where it must be, with a word on what it leaves out. */
import { expect, it } from "vitest";
import { csv } from "../../../src/cite/formats/csv.ts";
import type { Source } from "../../../src/model/source.ts";

it("writes one row a source, quotes what it must, and names what has no column", () => {
  const source = {
    type: "webpage",
    title: '=HYPERLINK("http://evil"), a\nb',
    author: [{ family: "Berg", given: "Jan", "non-dropping-particle": "van" }, { literal: "@Org" }],
    flags: ["vendor-self", "preprint"],
    volume: "3",
    facts: [{}, {}],
  } as unknown as Source;
  const { text, lost } = csv.write?.([["key", source]]) ?? { text: "", lost: [] };
  expect(text).toBe(
    'key,type,title,authors,organisation,container,publisher,issued,accessed,url,doi,version,tier,flags,questions,archive,facts\r\nkey,webpage,"\'=HYPERLINK(""http://evil""), a\nb","van Berg, Jan; @Org",,,,,,,,,,vendor-self; preprint,,,2\r\n',
  );
  expect(lost).toEqual([
    { key: "key", field: "volume" },
    { key: "key", field: "facts" },
  ]);
});
