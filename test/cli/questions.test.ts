/** Commands that answer questions about a dossier: trace, sources, export and calc. */
import { expect, it } from "vitest";
import { dossier, projectFolder } from "../evidence/project.ts";

const folder = projectFolder();
const run = (...args: string[]) => dossier(folder, args);

it("trace goes down from a recommendation and up from a source", async () => {
  const down = await run("trace", "build-lanes", "--json");
  expect(JSON.parse(down.out)).toMatchObject({
    direction: "down",
    root: { id: "recommendation/build-lanes", title: "Build lanes", says: ["certainty high", "strong"] },
    counts: { finding: 1 },
  });
  const up = await run("trace", "city-count");
  expect(up.out).toMatch(
    /^source city-count .*\[T0, City of Example\]\n {2}fact city-count#speed .*\[primary, not verified\]\n[\s\S]*recommendation build-lanes[\s\S]*With it would fall: /,
  );
  expect(await run("trace", "bicycels")).toMatchObject({
    code: 2,
    err: expect.stringContaining("Did you mean “bicycles”"),
  });
  expect(await run("trace", "bicycles", "--up", "--down")).toMatchObject({ code: 2 });
});

it("sources lists and filters", async () => {
  expect((await run("sources")).out).toMatch(
    /^Key .*Title\n-+[\s\S]*city-count +T0 +2026-03 +\d+ +\d+ .*Traffic count/,
  );
  expect(JSON.parse((await run("sources", "CITY", "--tier", "T0", "--json")).out).sources).toMatchObject([
    { key: "city-count", tier: "T0" },
  ]);
  expect(JSON.parse((await run("sources", "nothing", "--json")).out).sources).toEqual([]);
  expect(await run("sources", "--question", "bicycels")).toMatchObject({
    code: 2,
    err: expect.stringContaining("There is no question “bicycels”."),
  });
});

it("export writes each format and names what it loses", async () => {
  const items = JSON.parse((await run("export")).out) as { id: string }[];
  expect(items.find(({ id }) => id === "city-count")).toMatchObject({
    type: "report",
    custom: { dossier: { tier: "T0" } },
  });
  expect(await run("export", "--format", "bibtex")).toMatchObject({
    code: 0,
    out: expect.stringContaining("@techreport{city-count,"),
    err: expect.stringContaining("bibtex has no place for facts"),
  });
  expect((await run("export", "-f", "ris", "--cited")).out).toMatch(/^TY {2}- RPRT/m);
  expect((await run("export", "-f", "csv")).out).toMatch(/^key,type,title/);
  expect(await run("export", "-f", "docx")).toMatchObject({ code: 2, err: expect.stringContaining("Formats: ") });
});

it("calc computes, and computes again with another input", async () => {
  const models = projectFolder({
    "models/racks.yaml": `title: Racks
purpose: How many racks.
inputs:
  people: { from: system.commuters }
  share: { title: Share by bicycle, value: 0.5, unit: "1", origin: "[@city-count#speed]" }
outputs:
  racks: { title: Racks, formula: people * share, unit: person }
`,
  });
  const plain = await dossier(models, ["calc", "racks", "--json"]);
  expect(JSON.parse(plain.out).results[0].outputs[0]).toMatchObject({ name: "racks", value: 60 });
  const other = await dossier(models, ["calc", "--set", "commuters=200", "--set", "racks.share=25 %", "--json"]);
  expect(JSON.parse(other.out).results.find((one: { id: string }) => one.id === "racks").outputs[0].value).toBe(50);
  expect((await dossier(models, ["calc", "racks"])).out).toMatch(/Racks \(racks\)[\s\S]*Outputs[\s\S]*people \* share/);
  expect(await dossier(models, ["calc", "rakcs"])).toMatchObject({ code: 2, err: expect.stringContaining("racks") });
  expect(await dossier(models, ["calc", "--set", "x"])).toMatchObject({ code: 2 });
});
