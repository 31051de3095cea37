/** Killed at any moment, add-source and fact leave the old file or the new one, and nothing that stops the next run. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readFile } from "../../src/load/file.ts";
import { kinds } from "../../src/model/kinds.ts";
import type { Source } from "../../src/model/source.ts";
import { dossier, projectFolder } from "../evidence/project.ts";

const kills = 200;
const atOnce = 4;
const kind = kinds.find(({ name }) => name === "source");

it(`survives ${kills} kills`, { timeout: 180_000 }, async () => {
  const folder = projectFolder();
  const passage = "Bicycles were faster than buses below five kilometres on average in the whole city.";
  const add = (at: number) => [
    "add-source",
    "--title",
    `Source number ${at} of many`,
    "--author",
    `Group ${at}`,
    "--key",
    `kill-${at}`,
    "--allow-duplicate",
  ];
  const fact = (at: number) => [
    "fact",
    "city-count",
    "--id",
    `kill-${at}`,
    "--states",
    "x",
    "--at",
    "y",
    "--copy",
    "primary",
    "--passage",
    "-",
  ];
  const begun = performance.now();
  expect(await dossier(folder, add(0))).toMatchObject({ code: 0 });
  const whole = performance.now() - begun;
  let ended = 0;
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < kills; at = next++) {
      // From half of a run's time to a little more than all of it: that is when files are touched.
      const killAfter = whole * (0.5 + ((at * 37) % 100) / 80);
      const { code } = await dossier(folder, at % 2 ? add(at) : fact(at), { stdin: passage, killAfter });
      if (code === 0) ended += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const sources = join(folder, "research/sources");
  const files = readdirSync(sources).filter((name) => name.endsWith(".yaml"));
  const read = files.map((name) => ({
    name,
    ...(kind ? readFile(kind, readFileSync(join(sources, name), "utf8")) : { issues: [] }),
  }));
  expect(read.filter(({ issues }) => issues.length > 0)).toEqual([]);
  const facts =
    (read.find(({ name }) => name === "city-count.yaml") as { data?: Source } | undefined)?.data?.facts ?? [];
  const added = files.filter((name) => name.startsWith("kill-")).length - 1;
  expect(facts[0]?.id).toBe("speed");
  expect(added + facts.length - 1, "what was said to be added is there").toBeGreaterThanOrEqual(ended);
  expect(ended, "some runs came to their end").toBeGreaterThan(0);
  expect(ended, "and some were killed").toBeLessThan(kills);
  expect(await dossier(folder, fact(1000), { stdin: passage })).toMatchObject({ code: 0 });
  expect(await dossier(folder, add(1000))).toMatchObject({ code: 0 });
});
