/** Every snippet of the report is proven: its test exists and runs with all others, its command runs here where the tool can be had. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFile } from "../../src/load/file.ts";
import { kinds } from "../../src/model/kinds.ts";
import type { Snippet } from "../../src/model/snippet.ts";
import { repository } from "../app/memory-host.ts";

const folder = join(repository, "research/snippets");
const kind = kinds.find(({ name }) => name === "snippet");
const has = (tool: string) => spawnSync("sh", ["-c", `command -v ${tool}`]).status === 0;

const snippets = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => {
    if (!kind) throw new Error("there is no kind of object named snippet");
    const { data, issues } = readFile(kind, readFileSync(join(folder, name), "utf8"));
    return { id: name.replace(/\.yaml$/, ""), snippet: data as Snippet, issues };
  });

describe("snippets", () => {
  it("are at least twenty, and most are executed", () => {
    const executed = snippets.filter(({ snippet: { check } }) => check.kind === "test" || check.executes);
    expect(snippets.length).toBeGreaterThanOrEqual(20);
    expect(executed.length / snippets.length).toBeGreaterThanOrEqual(0.6);
  });

  for (const { id, snippet, issues } of snippets) {
    if (snippet.check.kind === "test") {
      const { file } = snippet.check;
      it(`${id} has its test among those that run`, () => {
        expect(issues).toEqual([]);
        expect(file).toMatch(/\.test\.ts$/);
        expect(readFileSync(join(folder, file), "utf8")).toContain(`./${snippet.file.replace(/\.ts$/, "")}`);
      });
      continue;
    }
    const [tool = "", ...args] = snippet.check.run;
    it.skipIf(!has(tool))(`${id} passes ${tool}${has(tool) ? "" : ` (skipped: ${tool} is not installed)`}`, () => {
      const { status, stdout, stderr } = spawnSync(tool, args, { cwd: folder, encoding: "utf8" });
      expect({ status, output: status === 0 ? "" : stdout + stderr }).toEqual({ status: 0, output: "" });
      expect(existsSync(join(folder, snippet.file))).toBe(true);
    });
  }
});
