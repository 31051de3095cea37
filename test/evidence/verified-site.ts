/** A project whose sources stand on a local site, and the commands that work on it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { dossier, projectFolder } from "./project.ts";
import { StandIn, settingsFor } from "./stand-in.ts";

export let site: StandIn;
export let folder: string;
export let env: Record<string, string>;

export const filler = "Other words stand on this page as well, so that it looks like one. ".repeat(8);
export const first = "Bicycles were faster than buses below five kilometres, by 4 minutes on average.";
export const second = "On rainy days the city counted half as many bicycles as on dry ones.";
export const third = "The lanes cost 2 million euros a kilometre when the bridge was built as well.";
export const html = (...passages: string[]) =>
  `<html><head><title>Count</title></head><body><p>${filler}</p>${passages.map((passage) => `<p>${passage}</p>`).join("")}</body></html>`;

beforeAll(async () => {
  site = await StandIn.open();
  env = settingsFor(site.url);
  folder = projectFolder({
    "sources/city-count.yaml": `# the count\ntype: report\ntitle: Traffic count\nURL: ${site.url}/count\n`,
  });
  site.set("/count", { body: html(first, second) });
  site.set("/lanes", { body: html(third) });
  site.set("/robots.txt", { type: "text/plain", body: "User-agent: *\nDisallow: /private/\n" });
});
afterAll(() => site.close());

export const run = (...args: string[]) => dossier(folder, args, { env });
export const fact = (key: string, id: string, passage: string, ...more: string[]) =>
  dossier(
    folder,
    [
      "fact",
      key,
      "--id",
      id,
      "--states",
      `what ${id} says, about 4 minutes`,
      "--figure",
      "4 minutes",
      "--at",
      "table 2",
      "--copy",
      "primary",
      "--passage",
      "-",
      ...more,
    ],
    { env, stdin: passage },
  );
export const read = (path: string) => readFileSync(join(folder, "research", path), "utf8");
export const results = async (...args: string[]) => {
  const { out, code, err } = await run("verify", "--json", ...args);
  expect(err).toBe("");
  const list = JSON.parse(out).results as {
    key: string;
    status: string;
    strikes?: number;
    says?: string;
    at?: string;
    facts: Record<string, { status: string; at?: string; "rests-on-it"?: string[] }>;
  }[];
  return { code, of: (key: string) => list.find((one) => one.key === key), keys: list.map(({ key }) => key) };
};
