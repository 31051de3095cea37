import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AuditChain, type AuditEvent, type AuditRecord, ContentKeys, firstBreak, genesis } from "./audit-chain.ts";

const schema = readFileSync(new URL("./audit-schema.sql", import.meta.url), "utf8");
const sqlite = (script: string, mode = "list") =>
  spawnSync("sqlite3", ["-bail", `-${mode}`, ":memory:"], { input: `${schema}\n${script}`, encoding: "utf8" });
const missing = spawnSync("sqlite3", ["--version"]).error !== undefined;

const event: AuditEvent = {
  at: "2026-11-22",
  tenant: "acme",
  trace_id: "t1",
  actors: ["user:ana", "agent:writer"],
  action: "model-call",
  decision: "allow",
  because: "class rule",
  data_class: "internal",
  strategy: "hosted",
  processor: "provider-eu",
  tool_pin: null,
};
const insert = (record: object): string => {
  const literal = (value: unknown) =>
    value === null ? "NULL" : `'${typeof value === "string" ? value.replaceAll("'", "''") : JSON.stringify(value)}'`;
  return `INSERT INTO audit_event (${Object.keys(record).join(", ")}) VALUES (${Object.values(record).map(literal).join(", ")});`;
};
const row = (hash: string, previous: string, over: Partial<AuditEvent> = {}) =>
  insert({ ...event, ...over, previous, hash });

describe.skipIf(missing)("audit schema", () => {
  it("stores the chain of the other listing column for column, and gives it back whole", () => {
    const chain = new AuditChain(new ContentKeys());
    chain.append(event, "a prompt");
    chain.append({ ...event, because: "it's allowed", strategy: null, tool_pin: "p1", action: "tool-call" });
    chain.erase("acme", event);
    const run = sqlite(`${chain.records.map(insert).join("\n")} SELECT * FROM audit_event ORDER BY seq;`, "json");
    const rows = JSON.parse(run.stdout) as (Record<string, unknown> & { actors: string })[];
    const back = rows.map(({ seq: _, actors, ...rest }) => ({ ...rest, actors: JSON.parse(actors) }) as AuditRecord);
    expect(back).toEqual(chain.records);
    expect(firstBreak(back, chain.records.at(-1)!.hash)).toBe(-1);
  });

  it("answers who got what", () => {
    const run = sqlite(`${row("h1", genesis)} ${row("h2", "h1")} SELECT processor, calls FROM egress_by_processor;`);
    expect([run.status, run.stdout.trim()]).toEqual([0, "provider-eu|2"]);
  });

  it.each([
    ["an update", `${row("h1", genesis)} UPDATE audit_event SET decision = 'deny';`, "append-only"],
    ["a deletion", `${row("h1", genesis)} DELETE FROM audit_event;`, "append-only"],
    ["a gap", `${row("h1", genesis)} ${row("h2", "h0")}`, "does not continue"],
    ["a second start", `${row("h1", genesis)} ${row("h2", genesis)}`, "does not continue"],
    ["an anonymous action", row("h1", genesis, { actors: [] }), "CHECK"],
  ])("refuses %s", (_, script, message) => {
    const run = sqlite(script);
    expect(run.status).not.toBe(0);
    expect(run.stderr).toContain(message);
  });

  it.each([
    ["hosted", 1],
    ["hybrid", 1],
    [null, 1],
    ["local", 0],
  ] as const)("writes a breach down and shows it: restricted, %s", (strategy, shown) => {
    const script = row("h1", genesis, { data_class: "restricted", strategy });
    const run = sqlite(`${script} SELECT count(*) FROM restricted_left;`);
    expect([run.status, run.stdout.trim()]).toEqual([0, `${shown}`]);
  });

  it("lets content go while its event stays", () => {
    const run = sqlite(
      `${row("h1", genesis)} INSERT INTO audit_content VALUES (1, 'acme/2026-11/1', x'00', '2026-12-22'); DELETE FROM audit_content; SELECT count(*) FROM audit_event;`,
    );
    expect([run.status, run.stdout.trim()]).toEqual([0, "1"]);
  });
});
