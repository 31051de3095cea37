/** `dossier mcp` */
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";

export const mcpCommand: Command = {
  name: "mcp",
  summary: "serve the dossier to agents over the Model Context Protocol, on stdin and stdout",
  examples: ["dossier mcp", "dossier mcp --directory ../report"],
  define: (command) =>
    command.action(async () => {
      await withProject(command, async (host) => {
        const { serve } = await import("../mcp/serve.ts");
        await serve(host);
      });
    }),
};
