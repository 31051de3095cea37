/** Fixes are splices: what they don't touch stays byte for byte, and a second run has nothing to do. */
import { describe, expect, it } from "vitest";
import { withBaseline, writeBaseline } from "../../src/app/baseline.ts";
import { applyFixes, splice } from "../../src/app/fix.ts";
import { lintReport } from "../../src/app/lint.ts";
import { exampleFiles } from "../../src/lint/example.ts";
import { offlineHost, readText } from "./offline-host.ts";

const path = "research/sources/bus-timetable.yaml";
const example = () =>
  Object.fromEntries(Object.entries(exampleFiles).map(([name, text]) => [`research/${name}`, text]));

const untidy = `# who keeps this: the transport desk
title:   "Timetable of line two" # as printed
# a document, not a page
type: webpage
publisher: Example Buses
issued: 2026-09-01
accessed: 2026-11-22
URL: 'https://buses.example/two?utm_source=x&line=2'
organisation: Example Buses
tier: T1
facts:
  - id: interval   # odd spacing stays
    states: a bus runs every 15 minutes
    figures: ["15 minutes"]
    at: whole page
    seen: 2026-11-22
    copy: primary
    pin: { words: 9, sha256: 1d5f8f8de0b2a4c65d5f0f8a3a7c1b6ddc4c3c2a6a8c39b4b4e4f0c4f5a7e9b2 }
`;

describe("fixes", () => {
  it("mends schema line, order and address, and leaves comments and spacing alone", async () => {
    const host = offlineHost({ ...example(), [path]: untidy });
    for (let round = 0; round < 4; round++) await applyFixes((await lintReport(host, {})).diagnostics, host);
    expect(readText(host, path)).toBe(
      `# yaml-language-server: $schema=../schemas/source.json\n${untidy
        .replace(
          '# who keeps this: the transport desk\ntitle:   "Timetable of line two" # as printed\n# a document, not a page\ntype: webpage\n',
          '# a document, not a page\ntype: webpage\n# who keeps this: the transport desk\ntitle:   "Timetable of line two" # as printed\n',
        )
        .replace("'https://buses.example/two?utm_source=x&line=2'", "https://buses.example/two?line=2")}`,
    );
    expect((await lintReport(host, {})).diagnostics).toEqual([]);
  });

  it("mends a DOI that is written as an address, and the address of a paper's PDF", async () => {
    const text = exampleFiles["sources/bus-timetable.yaml"] ?? "";
    const host = offlineHost({
      ...example(),
      [path]: text
        .replace("organisation:", "DOI: https://doi.org/10.1000/ab#c\norganisation:")
        .replace("https://buses.example/two", "https://arxiv.org/pdf/2401.00588v2.pdf"),
    });
    for (let round = 0; round < 4; round++) await applyFixes((await lintReport(host, {})).diagnostics, host);
    expect(readText(host, path)).toContain('DOI: "10.1000/ab#c"\n');
    expect(readText(host, path)).toContain("URL: https://arxiv.org/abs/2401.00588v2\n");
    expect((await lintReport(host, {})).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("splices in any order, and leaves what overlaps for the next run", async () => {
    const fix = (start: number, end: number, text: string) => ({ file: "f", span: { start, end }, text });
    expect(splice("abcdef", [fix(0, 1, "X"), fix(4, 6, ""), fix(2, 2, "+")])).toBe("Xb+cd");
    const host = offlineHost({ f: "abcdef" });
    const base = {
      file: "f",
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 2,
      rule: "r",
      severity: "info",
      message: "m",
    } as const;
    expect(
      await applyFixes(
        [
          { ...base, fix: fix(0, 6, "all") },
          { ...base, fix: fix(1, 2, "B") },
        ],
        host,
      ),
    ).toEqual({ fixed: { f: 1 }, left: 1 });
    expect(readText(host, "f")).toBe("aBcdef");
  });
});

describe("baseline", () => {
  const finding = "research/areas/transport/bicycles.md";
  const wrong = (exampleFiles["areas/transport/bicycles.md"] ?? "").replace(
    "Bicycles save 4 minutes",
    "Bicycles save 9 minutes",
  );

  it("hides what it knows, wherever it has moved to, and shows what is new", async () => {
    const host = offlineHost({ ...example(), [finding]: wrong });
    expect(await writeBaseline((await lintReport(host, {})).diagnostics, "b.json", host)).toBe(1);
    await host.files.write(
      finding,
      `${wrong.replace("## How it works\n", "## How it works\n\nThree more lines.\n")}\nOthers save 7 minutes [@city-count#speed].\n`,
    );
    const report = withBaseline(await lintReport(host, {}), "b.json", host);
    expect(report.known?.map(({ message }) => message)).toEqual([
      "Unexpected figure 9 minutes, which no fact cited here has",
    ]);
    expect(report.diagnostics.map(({ message }) => message)).toEqual([
      "Unexpected figure 7 minutes, which no fact cited here has",
    ]);
  });

  it("says what to do about a missing or foreign file", async () => {
    const host = offlineHost({ ...example(), "x.json": "{}", "y.json": "{", "z.json": "null" });
    const report = await lintReport(host, {});
    for (const [name, words] of [
      ["none.json", /no baseline/],
      ["x.json", /not a baseline/],
      ["y.json", /not a baseline/],
      ["z.json", /not a baseline/],
    ] as const)
      expect(() => withBaseline(report, name, host)).toThrow(words);
  });
});
