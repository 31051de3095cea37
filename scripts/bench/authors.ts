/** What authors and agents wait for: status, explain and new against `node -e 0`; the first answer and a warm lint over MCP. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dossier = process.env["DOSSIER_BIN"] ?? join(root, "bin/dossier.js");
const { NODE_EXTRA_CA_CERTS: _, CI: __, ...env } = process.env;
const folder = mkdtempSync(join(tmpdir(), "dossier-bench-"));

const middle = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;
const print = (what: string, ms: number, note = "") =>
  process.stdout.write(`${what.padEnd(52)} ${ms.toFixed(0).padStart(7)} ms  ${note}\n`);

function run(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  return performance.now() - start;
}

interface Session {
  readonly first: number;
  readonly lints: readonly number[];
}

/** One server from its start to its end. */
async function session(): Promise<Session> {
  const start = performance.now();
  const server = spawn(process.execPath, [dossier, "mcp"], { cwd: folder, env, stdio: ["pipe", "pipe", "ignore"] });
  let out = "";
  let wake = () => {};
  server.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
    wake();
  });
  const ask = async (id: number, method: string, params: object): Promise<number> => {
    const from = performance.now();
    server.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
    while (!out.includes(`"id":${id}}`)) await new Promise<void>((resolve) => (wake = resolve));
    return performance.now() - from;
  };
  const hello = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "bench", version: "1" } };
  await ask(1, "initialize", hello);
  const first = performance.now() - start;
  server.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" })}\n`);
  const lints: number[] = [];
  for (let id = 2; id < 9; id++) lints.push(await ask(id, "tools/call", { name: "lint", arguments: {} }));
  server.stdin.end();
  await new Promise((resolve) => server.once("exit", resolve));
  return { first, lints: lints.slice(1) };
}

try {
  for (const part of ["research", "templates", "docs"])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  const f = middle(Array.from({ length: 11 }, () => run(["-e", "0"])));
  print("F: node -e 0", f);
  run([dossier, "status"]);
  const ours: readonly (readonly [string, (round: number) => string[]])[] = [
    ["status, nothing changed (at most 4 F)", () => ["status"]],
    ["explain (at most 4 F)", () => ["explain", "number-has-origin"]],
    ["new (at most 4 F)", (round) => ["new", "model", `bench-${round}`]],
  ];
  for (const [what, args] of ours) {
    const ms = middle(Array.from({ length: 11 }, (_, round) => run([dossier, ...args(round)])));
    print(what, ms, `${(ms / f).toFixed(1)} F`);
  }
  const sessions: Session[] = [];
  for (let round = 0; round < 5; round++) sessions.push(await session());
  print("mcp, start to first answer (at most 300 ms)", middle(sessions.map(({ first }) => first)));
  print("mcp, lint of the real dossier, warm (at most 150 ms)", middle(sessions.flatMap(({ lints }) => lints)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
