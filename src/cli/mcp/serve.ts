/** The Model Context Protocol server: one project over stdin and stdout, until stdin ends. */
import { McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import pLimit from "p-limit";
import type { Machine } from "../../host/machine.ts";
import { version } from "../version.ts";
import { registerPrompts } from "./prompts.ts";
import { readingTools } from "./reading-tools.ts";
import { answering, untrustedNote } from "./reply.ts";
import { registerResources } from "./resources.ts";
import { writingTools } from "./writing-tools.ts";

const instructions = `A dossier compiles evidence into a decision report: no number without a source or a formula. Begin with status. Cite registered keys only, as [@key#fact] in the sentence of the figure. ${untrustedNote}`;

/** In characters: of one message, and of all. */
const longestComplaint = 2_000;
const mostComplaints = 30_000;

export async function serve(host: Machine): Promise<void> {
  // Stdout carries the protocol and nothing else.
  console.log = console.info = console.debug = console.error;
  // A client that never reads stderr must not block the server when the pipe is full.
  let left = mostComplaints;
  const complain = (text: string) => {
    const said = text.slice(0, Math.min(left, longestComplaint));
    left -= said.length;
    if (said !== "") process.stderr.write(`${said.trimEnd()}\n`);
  };
  const ended = new Promise<void>((resolve) => {
    process.stdin.once("end", resolve);
    process.stdin.once("close", resolve);
  });
  const handle = serveStdio(() => serverOf(host, complain), {
    onerror: (error) => complain(`Malformed message: ${error.message.replace(/\s+/g, " ").slice(0, 200)}`),
  });
  await ended;
  await handle.close();
}

function serverOf(host: Machine, complain: (text: string) => void): McpServer {
  const server = new McpServer({ name: "dossier", version }, { instructions });
  // One at a time: a tool that reads sees the whole of what another wrote, or nothing of it.
  const oneAtATime = pLimit(1);
  for (const { name, title, description, effect, input, run } of [...readingTools, ...writingTools])
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: input.strict(),
        annotations: {
          readOnlyHint: effect === "reads",
          destructiveHint: false,
          idempotentHint: effect === "reads",
          openWorldHint: effect === "network",
        },
      },
      (args: Record<string, unknown>) => oneAtATime(() => answering(() => run(host, args as never), complain)),
    );
  registerResources(server, host);
  registerPrompts(server, host);
  return server;
}
