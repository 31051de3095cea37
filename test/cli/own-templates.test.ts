/** Templates in a folder of any name belong to what a report is built from. */
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { bin } from "../bundle.ts";

const root = mkdtempSync(join(tmpdir(), "dossier-templates-"));
// Where CI is set, nothing is remembered between two runs.
const { CI: _, ...env } = process.env;
afterAll(() => rmSync(root, { recursive: true, force: true }));

it("a report is built again when one of its own templates changes", () => {
  const build = (...args: string[]) => spawnSync(process.execPath, [bin, "build", ...args], { cwd: root, env }).status;
  execFileSync(process.execPath, [bin, "init"], { cwd: root, env });
  mkdirSync(join(root, "house"));
  const template = join(root, "house/system.md.hbs");
  cpSync(new URL("../../templates/system.md.hbs", import.meta.url), template);
  appendFileSync(join(root, "research/dossier.yaml"), "templates: house\n");
  expect([build(), build("--check")]).toEqual([0, 0]);
  writeFileSync(template, `Words of the house.\n${readFileSync(template, "utf8")}`);
  expect(build("--check")).toBe(1);
  expect([build(), build("--check")]).toEqual([0, 0]);
  expect(readFileSync(join(root, "docs/report.md"), "utf8")).toContain("Words of the house.");
});
