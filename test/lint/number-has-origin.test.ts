/** What covers a figure: the sentence, the item, the row; and that a changed digit is caught. */
import { describe, expect, it } from "vitest";
import { DiskFiles } from "../../src/host/disk-files.ts";
import { MemoryCache, MemoryFiles } from "../../src/host/memory-files.ts";
import { accountFigures, sumOf } from "../../src/lint/accounting.ts";
import { changed, exampleFiles } from "../../src/lint/example.ts";
import { checkedFigures, supports } from "../../src/lint/figures.ts";
import { numberHasOrigin } from "../../src/lint/rules/number-has-origin.ts";
import { load } from "../../src/load/load.ts";
import { entriesOf } from "../../src/model/dossier.ts";
import { findFigures } from "../../src/prose/figures.ts";
import { lintExample } from "./examples.ts";

const area = (text: string) => ({ "areas/transport/area.md": `---\ntitle: Transport\n---\n${text}\n` });

async function reported(files: Record<string, string>): Promise<string[]> {
  const { diagnostics } = await lintExample({ files }, [numberHasOrigin]);
  return diagnostics.map(({ message }) => message.replace(/^.*figure /, "").replace(/, which.*$/, ""));
}

describe("number-has-origin", () => {
  it.each([
    ["the same sentence", "It saves 4 minutes [@city-count#speed]."],
    ["a citation behind the full stop", "It saves 4 minutes. [@city-count#speed]"],
    ["a source without fact", "As @city-count says, it saves 4 minutes."],
    ["one of several", "It saves 4 of 15 minutes [@city-count#speed; @bus-timetable#interval].", "4"],
    ["a list item", "- It saves 4 minutes. Good. [@city-count#speed]"],
    ["a table row", "| way | saved | by |\n|--|--|--|\n| lanes | 4 minutes | [@city-count#speed] |"],
    ["the ends of a range in two facts", "It takes 4 to 15 minutes [@city-count#speed; @bus-timetable#interval]."],
    ["our own choice", "We aim at :ours[99 %] and 4 minutes [@city-count#speed]."],
    ["the day of the dossier", "As of 2026-11-22 and 22 November 2026 nothing changed."],
    ["the day of issue", "The timetable of September 2026 [@bus-timetable#interval]."],
    ["code and names", "Use `timeout: 99` and TLS 1.3 in section 4."],
  ])("accepts %s", async (_, text, ...left) => {
    expect(await reported(area(text))).toEqual(left.filter((rest) => rest !== undefined));
  });

  it.each([
    ["no citation", "It saves 4 minutes.", "4 minutes"],
    ["the next sentence", "It saves 4 minutes. Lanes help [@city-count#speed].", "4 minutes"],
    ["the next item", "- It saves 4 minutes.\n- Lanes help [@city-count#speed].", "4 minutes"],
    ["the next row", "| saved | by |\n|--|--|\n| 4 minutes | - |\n| none | [@city-count#speed] |", "4 minutes"],
    ["another fact", "It saves 4 minutes [@bus-timetable#interval].", "4 minutes"],
    ["another unit", "It saves 4 hours [@city-count#speed].", "4 hours"],
    ["one digit", "It saves 5 minutes [@city-count#speed].", "5 minutes"],
    ["a heading", "## Saved: 4 minutes\n\nLanes help [@city-count#speed].", "4 minutes"],
    ["an unknown source", "It saves 4 minutes [@nobody#speed].", "4 minutes"],
    ["a caption", "::diagram[Lanes save 9 minutes [@city-count#speed].]{#ways}", "9 minutes"],
  ])("reports %s", async (_, text, figure) => {
    expect(await reported(area(text))).toEqual([figure]);
  });

  it("names the fact that has the figure", async () => {
    const hintOf = async (text: string) =>
      (await lintExample({ files: area(text) }, [numberHasOrigin])).diagnostics[0]?.hint;
    expect(await hintOf("It saves 4 minutes.")).toContain("[@city-count#speed] has it");
    expect(await hintOf("It saves 4 minutes [@bus-timetable#interval].")).toContain("[@city-count#speed] has it");
    expect(await hintOf("It saves 77 minutes.")).toContain(":ours[77 minutes]");
  });

  it("reads a row of an options table as a whole, and only that row", async () => {
    const row = (values: string) =>
      changed(
        "areas/transport/bicycles.md",
        'values: { time: "4 minutes [@city-count#speed]", comfort: good in summer }',
        `values: { ${values} }`,
      );
    expect(await reported(row('time: 4 minutes, comfort: "good [@city-count#speed]"'))).toEqual([]);
    expect(await reported(row('time: 5 minutes, comfort: "good [@city-count#speed]"'))).toEqual(["5 minutes"]);
    expect(await reported(row("time: 4 minutes, comfort: good"))).toEqual(["4 minutes"]);
  });

  it("reads a field of a case card as a whole", async () => {
    const scale = (text: string) =>
      changed("areas/transport/cases/example-city.md", "One city [@city-count#speed].", text);
    expect(await reported(scale("It took 4 minutes. One city [@city-count#speed]."))).toEqual([]);
    expect(await reported(scale("It took 4 minutes."))).toEqual(["4 minutes"]);
  });

  it("leaves fields of our own choices alone", async () => {
    expect(await reported(changed("roadmap.yaml", "The lanes are open", "90 % of the lanes are open"))).toEqual([]);
  });
});

describe("accountFigures", () => {
  it("counts what is cited, computed, our own, and without origin", async () => {
    const text =
      "It saves 4 minutes [@city-count#speed], :value[commute.total] for :value[system.commuters], and :ours[9 %]. Not 8 %.";
    const files = Object.fromEntries(
      Object.entries({ ...exampleFiles, ...area(text) }).map(([path, content]) => [`research/${path}`, content]),
    );
    const { dossier } = await load({ files: new MemoryFiles(files), cache: new MemoryCache() });
    const base = { cited: 4, own: 0 };
    expect(dossier && sumOf([...entriesOf(dossier)].map((entry) => accountFigures(entry, dossier)))).toEqual({
      cited: base.cited + 1,
      computed: 1,
      own: 2,
      unsupported: 1,
    });
  });
});

describe("the real dossier", () => {
  it("has at least 98 of 100 changed digits caught", async () => {
    const { dossier } = await load({ files: new DiskFiles(process.cwd()), cache: new MemoryCache() });
    if (!dossier) throw new Error("no dossier");
    let tried = 0;
    const missed: string[] = [];
    for (const { prose, figure, cited, supported } of [...entriesOf(dossier)].flatMap((entry) =>
      checkedFigures(entry, dossier),
    )) {
      if (!supported) continue;
      const { masked } = prose.reading;
      for (let at = figure.span.start; at < figure.span.end; at++) {
        const digit = masked[at] as string;
        if (!/\d/.test(digit)) continue;
        tried++;
        const from = Math.max(0, at - 150);
        const mutated = `${masked.slice(from, at)}${(Number(digit) + 1) % 10}${masked.slice(at + 1, at + 150)}`;
        const now = findFigures(mutated).filter(({ span }) => span.start <= at - from && at - from < span.end);
        if (now.length === 0 || now.every((changedFigure) => supports(dossier.sources, changedFigure, cited)))
          missed.push(`${prose.source.path}: ${mutated.slice(120, 180)}`);
      }
    }
    expect(tried).toBeGreaterThan(100);
    expect(missed.length / tried, missed.slice(0, 20).join("\n")).toBeLessThan(0.02);
  });
});
