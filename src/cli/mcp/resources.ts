/** What a client can read: the schemas, the rubric that the report is held to, and every file of the dossier. */

import { type McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
import { percentDecoded } from "../../core/percent-decoded.ts";
import { UserError } from "../../core/user-error.ts";
import type { Machine } from "../../host/machine.ts";
import { workspace } from "../../load/workspace.ts";
import { clean, untrustedNote } from "./reply.ts";

const longestFile = 200_000;

export function registerResources(server: McpServer, host: Machine): void {
  const one = (uri: URL, mimeType: string, text: string) => ({ contents: [{ uri: uri.href, mimeType, text }] });

  server.registerResource(
    "rubric",
    "dossier://rubric",
    {
      title: "What the report is held to",
      description: "The profiles of standards, and every rule",
      mimeType: "text/markdown",
    },
    async (uri) => {
      const [{ explainAll }, { rulesIndex }, { loadDossier }] = await Promise.all([
        import("../../app/explain.ts"),
        import("../../app/rule-page.ts"),
        import("../../app/load-dossier.ts"),
      ]);
      const { standards = {}, profile = "draft" } = (await loadDossier(host)).config.data;
      return one(
        uri,
        "text/markdown",
        `# Standards\n\nProfile in use: ${profile}\n\n\`\`\`json\n${JSON.stringify(clean(standards), null, 2)}\n\`\`\`\n\n${rulesIndex(explainAll())}`,
      );
    },
  );

  const schemas = async () => (await import("../../app/schema.ts")).jsonSchemas();
  server.registerResource(
    "schema",
    new ResourceTemplate("dossier://schema/{kind}", {
      list: async () => ({
        resources: [...(await schemas()).keys()].map((kind) => ({
          uri: `dossier://schema/${kind}`,
          name: `Schema of ${kind}`,
          mimeType: "application/schema+json",
        })),
      }),
    }),
    { title: "JSON Schema of a kind of file", mimeType: "application/schema+json" },
    async (uri, { kind }) => {
      const schema = (await schemas()).get(String(kind));
      if (!schema) throw new UserError(`There is no kind “${String(kind).slice(0, 80)}”.`);
      return one(uri, "application/schema+json", JSON.stringify(schema, null, 2));
    },
  );

  const files = () => host.files.list(workspace).filter((path) => /\.(?:ya?ml|md|mmd)$/.test(path));
  server.registerResource(
    "file",
    new ResourceTemplate("dossier://file/{+path}", {
      list: async () => ({
        resources: files().map((path) => ({
          uri: `dossier://file/${path.split("/").map(encodeURIComponent).join("/")}`,
          name: path,
          mimeType: typeOf(path),
        })),
      }),
    }),
    { title: "A file of the dossier", description: untrustedNote },
    async (uri, { path }) => {
      const wanted = percentDecoded(String(path));
      // Only what the listing has: no path can lead elsewhere.
      const bytes = files().includes(wanted) ? host.files.read(wanted) : undefined;
      if (!bytes) throw new UserError(`There is no file ${wanted.slice(0, 200)} in the dossier.`);
      const text = new TextDecoder().decode(bytes.subarray(0, longestFile));
      return {
        contents: [
          {
            uri: uri.href,
            mimeType: typeOf(wanted),
            text: text
              .split("\n")
              .map((line) => clean(line))
              .join("\n"),
            _meta: { untrusted: true },
          },
        ],
      };
    },
  );
}

const typeOf = (path: string) =>
  path.endsWith(".md") ? "text/markdown" : path.endsWith(".mmd") ? "text/vnd.mermaid" : "application/yaml";
