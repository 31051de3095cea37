/** The official MCP inspector against `dossier mcp` on this repository's dossier; npx fetches it, since it is too large to depend on. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const inspector = ["--yes", "@modelcontextprotocol/inspector@0.15.0", "--cli"];
const server = [process.execPath, `${root}bin/dossier.js`, "-C", root, "mcp"];

/** What is asked, and what the answer must hold; `undefined` where the inspector must be refused. */
const asked = [
  [["tools/list"], '"draft_finding"'],
  [["resources/list"], '"dossier://rubric"'],
  [["resources/templates/list"], '"dossier://schema/{kind}"'],
  [["prompts/list"], '"refute_fact"'],
  [["tools/call", "--tool-name", "status"], '"structuredContent"'],
  [["tools/call", "--tool-name", "lint", "--tool-arg", "limit=3"], '"counts"'],
  [["tools/call", "--tool-name", "explain", "--tool-arg", "rule=no-tbd"], "no-tbd"],
  [["resources/read", "--uri", "dossier://schema/source"], "json-schema.org"],
  [["prompts/get", "--prompt-name", "answer_question", "--prompt-args", "question=multi-tenancy"], '"messages"'],
  [["tools/call", "--tool-name", "no_such_tool"], undefined],
];

for (const [words, expected] of asked) {
  const args = [...inspector, ...server, "--method", ...words];
  const { status, stdout } = spawnSync("npx", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const isRight = expected === undefined ? status !== 0 : status === 0 && stdout.includes(expected);
  process.stdout.write(`${isRight ? "ok   " : "WRONG"} ${words.join(" ")}\n`);
  if (!isRight) process.exitCode = 1;
}
