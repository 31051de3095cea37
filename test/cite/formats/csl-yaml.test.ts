/** CSL-YAML, read. */
import { describe, expect, it } from "vitest";
import { fromCsl } from "../../../src/cite/csl-item.ts";
import type { ReadResult } from "../../../src/cite/format.ts";
import { cslYaml } from "../../../src/cite/formats/csl-yaml.ts";

const read = (text: string) => cslYaml.read?.(text, "refs.yaml") as Promise<ReadResult>;

const pandoc = `---
nocite: "@*"
references:
- id: a
  type: book
  title: First
  volume: 1.10
  issued: 2024-07
  abstract: |
    - not an item
    text
- id: b
  type: webpage
  title: "unclosed
- id: c
  author:
  - family: Doe
    given: Jane
  issued:
    date-parts:
    - - 2020
      - 5
...
trailing
`;

describe("reading CSL-YAML", () => {
  it("reads Pandoc's references, each alone, with lines", async () => {
    const { records, problems } = await read(pandoc);
    expect(records.map(({ item, line }) => [item.id, line])).toEqual([
      ["a", 4],
      ["c", 15],
    ]);
    expect(fromCsl(records[0]?.item ?? {}).record).toMatchObject({
      volume: "1.10",
      issued: "2024-07",
      abstract: "- not an item\ntext",
    });
    expect(fromCsl(records[1]?.item ?? {}).record).toMatchObject({
      author: [{ family: "Doe", given: "Jane" }],
      issued: "2020-05",
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.line).toBeGreaterThanOrEqual(12);
    expect(problems[0]?.line).toBeLessThanOrEqual(15);
  });

  it("reads a bare list and an indented one", async () => {
    expect((await read("- id: a\n  title: x\n- id: b\n")).records).toHaveLength(2);
    expect(
      (await read("references:\n  - id: a\r\n  - id: b\n\n  # note\n  - id: c\nother: x\n- id: d")).records,
    ).toHaveLength(3);
  });

  it.each([
    ["nothing", ""],
    ["no list", "title: x\n"],
    ["deep brackets", `- id: ${"[".repeat(10_000)}`],
    ["an alias of nothing", "- id: *x\n"],
    ["aliases of aliases", "- id: a\n  custom:\n    a: &a [x, x]\n    b: &b [*a, *a]\n    c: [*b, *b]\n"],
    ["code", '- id: !!js/function "function(){}"\n'],
    ["a list of text", "- just text\n"],
    ["a repeated key", "- id: a\n  id: b\n"],
    ["a tab", "- id: a\n\ttitle: x\n"],
  ])("says what is wrong with %s", async (_, text) => {
    const { records, problems } = await read(text);
    expect(records).toEqual([]);
    expect(problems[0]?.message).toMatch(/^Unexpected/);
  });
});
