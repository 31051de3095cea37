/** The files of the repository that repeat what the code says: rules, commands and schemas. */
import { explainAll } from "../app/explain.ts";
import { rulePage, rulesIndex } from "../app/rule-page.ts";
import { jsonSchemas } from "../app/schema.ts";
import { commands } from "./commands/index.ts";
import { program } from "./program.ts";
import { cliReference } from "./reference.ts";

/** Text by path from the repository's root. */
export function generatedDocs(): Map<string, string> {
  const all = explainAll();
  const examples = new Map(commands.map((command) => [command.name, command.examples]));
  return new Map([
    ...all.map((one): [string, string] => [`docs/rules/${one.id}.md`, rulePage(one)]),
    ["docs/rules/README.md", rulesIndex(all)],
    ["docs/cli.md", cliReference(program("0"), (name) => examples.get(name) ?? [])],
    ...[...jsonSchemas()].map(([kind, schema]): [string, string] => [
      `schemas/${kind}.json`,
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  ]);
}
