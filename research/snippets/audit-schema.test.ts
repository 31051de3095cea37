import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const schema = readFileSync(new URL("./audit-schema.sql", import.meta.url), "utf8");
const sqlite = (script: string) =>
  spawnSync("sqlite3", ["-bail", ":memory:"], { input: `${schema}\n${script}`, encoding: "utf8" });
const missing = spawnSync("sqlite3", ["--version"]).error !== undefined;

const row = (hash: string, previous: string, over: Record<string, string> = {}) => {
  const values: Record<string, string> = {
    at: "2026-11-22",
    tenant: "acme",
    trace_id: "t1",
    actors: '["user:ana","agent:writer"]',
    action: "model-call",
    decision: "allow",
    because: "class rule",
    data_class: "internal",
    strategy: "hosted",
    processor: "provider-eu",
    ...over,
    previous,
    hash,
  };
  const quoted = Object.values(values)
    .map((value) => `'${value}'`)
    .join(", ");
  return `INSERT INTO audit_event (${Object.keys(values).join(", ")}) VALUES (${quoted});`;
};

describe.skipIf(missing)("audit schema", () => {
  it("accepts a chain and answers who got what", () => {
    const run = sqlite(`${row("h1", "genesis")} ${row("h2", "h1")} SELECT processor, calls FROM egress_by_processor;`);
    expect([run.status, run.stdout.trim()]).toEqual([0, "provider-eu|2"]);
  });

  it.each([
    ["an update", `${row("h1", "genesis")} UPDATE audit_event SET decision = 'deny';`, "append-only"],
    ["a deletion", `${row("h1", "genesis")} DELETE FROM audit_event;`, "append-only"],
    ["a gap", `${row("h1", "genesis")} ${row("h2", "h0")}`, "does not continue"],
    ["a second start", `${row("h1", "genesis")} ${row("h2", "genesis")}`, "does not continue"],
    ["an anonymous action", row("h1", "genesis", { actors: "[]" }), "CHECK"],
    ["restricted data allowed to a hosted model", row("h1", "genesis", { data_class: "restricted" }), "CHECK"],
  ])("refuses %s", (_, script, message) => {
    const run = sqlite(script);
    expect(run.status).not.toBe(0);
    expect(run.stderr).toContain(message);
  });

  it("lets content go while its event stays", () => {
    const run = sqlite(
      `${row("h1", "genesis")} INSERT INTO audit_content VALUES (1, 'acme-2026-11', x'00', '2026-12-22'); DELETE FROM audit_content; SELECT count(*) FROM audit_event;`,
    );
    expect([run.status, run.stdout.trim()]).toEqual([0, "1"]);
  });
});
