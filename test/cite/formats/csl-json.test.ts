/** CSL-JSON, read and written. */
import { describe, expect, it } from "vitest";
import { fromCsl } from "../../../src/cite/csl-item.ts";
import type { ReadResult } from "../../../src/cite/format.ts";
import { cslJson } from "../../../src/cite/formats/csl-json.ts";
import type { Source } from "../../../src/model/source.ts";

const read = (text: string) => cslJson.read?.(text, "refs.json") as Promise<ReadResult>;

describe("reading CSL-JSON", () => {
  it("keeps numbers as they are written and knows lines", async () => {
    const { records, problems } = await read(
      '[\n {"id": 7, "type": "book", "title": "A \\"1.10\\"", "volume": 1.10,\n  "number": 12345678901234567890,"issued":{"date-parts":[[2024,7]]}},\n\n {"id":"b"}]',
    );
    expect(problems).toEqual([]);
    expect(records.map(({ line, item }) => [line, item.id, item.type])).toEqual([
      [2, "7", "book"],
      [5, "b", "document"],
    ]);
    expect(fromCsl(records[0]?.item ?? {}).record).toEqual({
      type: "book",
      title: 'A "1.10"',
      volume: "1.10",
      number: "12345678901234567890",
      issued: "2024-07",
    });
  });

  it("reads one object, and the items of an object", async () => {
    expect((await read('\ufeff{"id":"a","type":"book"}')).records).toHaveLength(1);
    expect(
      (await read('{"config":{"x":[1]},"items": [{"id":"a"},{"id":"b"}]}')).records.map(({ item }) => item.id),
    ).toEqual(["a", "b"]);
    expect((await read("[]")).records).toEqual([]);
    expect((await read("")).records).toEqual([]);
  });

  it("names each broken element with its line", async () => {
    const { records, problems } = await read('[{"id":"a"},\n{"id":"b",,},\n[1],\n{"id":"c"}\n');
    expect(records.map(({ item }) => item.id)).toEqual(["a", "c"]);
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 5]);
  });

  it("bears hostile text", async () => {
    for (const text of [
      `${"[".repeat(100_000)}`,
      `[{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}]`,
      `["${"\\".repeat(100_001)}`,
      "[{]}",
    ]) {
      const { records, problems } = await read(text);
      expect(records.length + problems.length).toBeLessThan(3);
    }
    const { records } = await read('[{"__proto__":{"x":1},"id":"a","custom":{"__proto__":{"y":1}}}]');
    expect(fromCsl(records[0]?.item ?? {}).lost).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

it("carries a whole record there and back", async () => {
  const source = {
    type: "webpage",
    title: "T",
    author: [{ literal: "Uber" }],
    issued: "2024~",
    organisation: "Uber",
    tier: "T1",
    archive: "https://example.org/copy",
    facts: [{ id: "a", states: "s", at: "x", seen: "2026-11-22", copy: "primary", pin: { words: "3", sha256: "f" } }],
  } as unknown as Source;
  const { text, lost } = cslJson.write?.([["key", source]]) ?? { text: "", lost: [] };
  expect(lost).toEqual([]);
  expect(JSON.parse(text)[0]).toMatchObject({ id: "key", issued: { "date-parts": [[2024]], circa: true } });
  expect(fromCsl((await read(text)).records[0]?.item ?? {})).toEqual({ record: source, lost: [] });
});
