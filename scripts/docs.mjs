/** Writes what the documentation repeats of the code: docs/rules/, docs/cli.md and schemas/. A test compares them. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedDocs } from "../src/cli/generated-docs.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = generatedDocs();
for (const folder of ["docs/rules", "schemas"]) {
  mkdirSync(join(root, folder), { recursive: true });
  for (const name of readdirSync(join(root, folder)))
    if (!files.has(`${folder}/${name}`)) rmSync(join(root, folder, name), { recursive: true });
}
for (const [path, text] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
