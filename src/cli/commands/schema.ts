/** `dossier schema` */
import type { Command } from "../command.ts";

export const schemaCommand: Command = {
  name: "schema",
  summary: "print the JSON Schema of a kind of file, or write all of them",
  examples: ["dossier schema source", "dossier schema --write research/schemas"],
  define: (command) =>
    command
      .argument("[kind]", "dossier, source, finding, case, recommendation, model, …")
      .option("--write <folder>", "write <kind>.json for every kind into this folder")
      .action(async (kind: string | undefined, options: { write?: string }) => {
        const { jsonSchemas } = await import("../../app/schema.ts");
        const schemas = jsonSchemas(kind);
        const print = (schema: unknown) => `${JSON.stringify(schema, null, 2)}\n`;
        if (!options.write) {
          process.stdout.write(print(kind ? schemas.get(kind) : Object.fromEntries(schemas)));
          return;
        }
        const { withProject } = await import("../open.ts");
        await withProject(command, async ({ files }) => {
          for (const [name, schema] of schemas) await files.write(`${options.write}/${name}.json`, print(schema));
        });
      }),
};
