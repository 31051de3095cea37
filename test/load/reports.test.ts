/** What is wrong with a file, from bytes to fields, is reported where it stands, and stops nothing else. */
import { expect, it } from "vitest";
import { finding, issues } from "./issues.ts";

const encoder = new TextEncoder();

it.each<[string, string, string | Uint8Array, { rule: string; line: number; column: number; message: RegExp }]>([
  [
    "malformed YAML",
    "sources/a.yaml",
    "title: [a\ntype: b",
    { rule: "yaml-parses", line: 2, column: 1, message: /missed comma/ },
  ],
  [
    "a duplicate key",
    "sources/a.yaml",
    "type: a\ntitle: b\ntype: c",
    { rule: "yaml-parses", line: 3, column: 1, message: /same key twice/ },
  ],
  [
    "an alias",
    "sources/a.yaml",
    "type: &a [x]\ntitle: *a",
    { rule: "yaml-parses", line: 2, column: 8, message: /alias/ },
  ],
  ["a tab", "sources/a.yaml", "author:\n\t- literal: x", { rule: "yaml-parses", line: 2, column: 1, message: /tab/ }],
  [
    "a byte order mark",
    "sources/a.yaml",
    "\uFEFFtype: a\ntitle: b",
    { rule: "file-is-text", line: 1, column: 1, message: /byte order mark/ },
  ],
  [
    "CRLF",
    "sources/a.yaml",
    "type: a\r\ntitle: b\r\n",
    { rule: "file-is-text", line: 1, column: 8, message: /carriage return/ },
  ],
  [
    "invalid UTF-8",
    "sources/a.yaml",
    new Uint8Array([...encoder.encode("type: a\ntitle: "), 0xff, 0xfe]),
    { rule: "file-is-text", line: 2, column: 8, message: /UTF-8/ },
  ],
  [
    "front matter that never closes",
    "areas/transport/bicycles.md",
    "---\ntitle: a\nno end",
    { rule: "front-matter-is-yaml", line: 1, column: 1, message: /closes the front matter/ },
  ],
  [
    "a line that closes the front matter, and more",
    "areas/transport/bicycles.md",
    "---\ntitle: a\n-----\nverdict: adopt\n---\nbody",
    { rule: "front-matter-is-yaml", line: 3, column: 1, message: /“-----”, expected the line `---`/ },
  ],
  [
    "text that would close the front matter",
    "areas/transport/bicycles.md",
    "---\ntitle: >-\n  a\n---x\n  b\n---\nbody",
    { rule: "front-matter-is-yaml", line: 4, column: 1, message: /“---x”/ },
  ],
  [
    "no front matter",
    "areas/transport/bicycles.md",
    "# Hello",
    { rule: "front-matter-is-yaml", line: 1, column: 1, message: /expected front matter/ },
  ],
  [
    "nested brackets",
    "sources/a.yaml",
    `title: ${"[".repeat(10_000)}`,
    { rule: "yaml-parses", line: 1, column: 40, message: /nesting/ },
  ],
  [
    "nested lists",
    "sources/a.yaml",
    `${"- ".repeat(100_000)}a`,
    { rule: "yaml-parses", line: 1, column: 201, message: /nesting/ },
  ],
  [
    "quotes in quotes",
    "areas/transport/bicycles.md",
    finding(
      "title: a\nanswer: b\nverdict: adopt\nbecause: c\ncertainty: high",
      `\nIt is so.\n\n${">".repeat(6_000)} a`,
    ),
    { rule: "field-fits", line: 11, column: 1, message: /nesting of more than 100 levels/ },
  ],
  [
    "emphasis in emphasis, in a field",
    "areas/transport/bicycles.md",
    finding(`title: a\nanswer: b ${"*a ".repeat(6_000)}\nverdict: adopt\nbecause: c\ncertainty: high`),
    { rule: "field-fits", line: 3, column: 9, message: /nesting of more than 100 levels/ },
  ],
  [
    "an unknown key",
    "sources/a.yaml",
    "type: book\ntitle: b\npublsher: c",
    { rule: "known-field", line: 3, column: 1, message: /publsher/ },
  ],
  [
    "__proto__",
    "sources/a.yaml",
    "type: book\ntitle: b\n__proto__: { polluted: yes }",
    { rule: "known-field", line: 3, column: 1, message: /__proto__/ },
  ],
  [
    "a missing field",
    "sources/a.yaml",
    "type: book",
    { rule: "field-present", line: 1, column: 1, message: /Missing field “title”/ },
  ],
  [
    "a wrong date",
    "sources/a.yaml",
    "type: book\ntitle: b\naccessed: 22.11.2026",
    { rule: "field-fits", line: 3, column: 11, message: /YYYY-MM-DD/ },
  ],
  [
    "an unknown word",
    "areas/transport/bicycles.md",
    finding("title: a\nanswer: b\nverdict: adpot\nbecause: c\ncertainty: high"),
    { rule: "field-fits", line: 4, column: 10, message: /one of adopt/ },
  ],
  [
    "a control character",
    "sources/a.yaml",
    "type: a\ntitle: b\u001B[31m",
    { rule: "file-is-text", line: 2, column: 9, message: /U\+001B/ },
  ],
  [
    "an address that is none",
    "sources/a.yaml",
    "type: book\ntitle: b\nURL: https://[",
    { rule: "field-fits", line: 3, column: 6, message: /an address with a host/ },
  ],
  [
    "an address of another scheme, once",
    "sources/a.yaml",
    "type: book\ntitle: b\nURL: ftp://[",
    { rule: "field-fits", line: 3, column: 6, message: /begins with https/ },
  ],
  [
    "weeks beyond any calendar",
    "recommendations/a.md",
    finding("title: a\ncalendar: { weeks: 1e12 }"),
    { rule: "field-fits", line: 3, column: 20, message: /a number from 0 to 5200/ },
  ],
  [
    "a day beyond any calendar",
    "roadmap.yaml",
    `start: 2026-01-01\nphases:\n  - from-day: ${"9".repeat(400)}`,
    { rule: "field-fits", line: 3, column: 15, message: /a number from 0 to 36500/ },
  ],
  [
    "a mark of the report, written as an escape",
    "sources/a.yaml",
    'type: a\ntitle: "b\\uE0000\\uE001"',
    { rule: "file-is-text", line: 2, column: 8, message: /U\+E000, written as an escape/ },
  ],
  [
    "an escape of the terminal in a list",
    "sources/a.yaml",
    'type: a\ntitle: b\nfacts:\n  - id: "\\e[31mred"',
    { rule: "file-is-text", line: 4, column: 9, message: /U\+001B, written as an escape/ },
  ],
  [
    "an escape that turns the direction of writing, in a key",
    "areas/transport/bicycles.md",
    finding('title: a\n"b\\u202e": c'),
    { rule: "file-is-text", line: 3, column: 1, message: /U\+202E, written as an escape/ },
  ],
  [
    "a file of no kind",
    "areas/transport/notes/x.md",
    "x",
    { rule: "known-file", line: 1, column: 1, message: /notes\/x\.md/ },
  ],
  [
    "a list where fields are expected",
    "roadmap.yaml",
    "- a\n",
    { rule: "field-fits", line: 1, column: 1, message: /^Unexpected list, expected a mapping$/ },
  ],
  [
    "a wrong entry of a list",
    "sources/a.yaml",
    "type: book\ntitle: b\nflags: [vendor-self, zzz]",
    { rule: "field-fits", line: 3, column: 22, message: /^Unexpected “zzz” in “flags”, expected one of / },
  ],
  [
    "an empty entry of a list",
    "sources/a.yaml",
    "type: book\ntitle: b\nflags:\n  -\n",
    { rule: "field-present", line: 3, column: 1, message: /^Missing entry of “flags”, expected one of / },
  ],
  [
    "a file that is too large",
    "sources/a.yaml",
    "x".repeat(1_000_001),
    { rule: "file-is-text", line: 1, column: 1, message: /at most 1000000/ },
  ],
])("reports %s where it stands", async (_, path, text, { rule, line, column, message }) => {
  const start = performance.now();
  const { dossier, diagnostics } = await issues({ [path]: text });
  expect(performance.now() - start).toBeLessThan(2_000);
  const found = diagnostics.find((diagnostic) => diagnostic.rule === rule);
  expect(found, JSON.stringify(diagnostics.slice(0, 3))).toMatchObject({
    file: `research/${path}`,
    line,
    column,
    severity: "error",
  });
  expect(found?.message).toMatch(message);
  expect(found?.hint).toBeTruthy();
  expect(dossier).toBeDefined();
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});
