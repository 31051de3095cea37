/** A confirmation that asks the call record is a query that runs on the schema which the report prints. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "../app/memory-host.ts";

const folder = join(repository, "research/recommendations");
const has = spawnSync("sh", ["-c", "command -v sqlite3"]).status === 0;
const queries = readdirSync(folder).flatMap((name) =>
  [...readFileSync(join(folder, name), "utf8").matchAll(/sqlite3 calls\.db \\"(.+?)\\"/g)].map(([, query = ""]) => ({
    name,
    query,
  })),
);

describe("confirmations", () => {
  it("ask the call record in several recommendations", () => expect(queries.length).toBeGreaterThanOrEqual(5));

  for (const { name, query } of queries) {
    it.skipIf(!has)(`${name} asks what the call record holds`, () => {
      const { status, stdout, stderr } = spawnSync("sqlite3", [":memory:", ".read focus-ledger.sql", query], {
        cwd: join(repository, "research/snippets"),
        encoding: "utf8",
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).not.toBe("");
    });
  }
});
