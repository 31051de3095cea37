/** All benchmarks, or the named ones: `npm run bench -- commands diagrams`. */
import { readdirSync } from "node:fs";

const parts = new Set(["run", "workload", "bibliography", "site"]);
const all = readdirSync(new URL(".", import.meta.url))
  .map((name) => name.replace(/\.ts$/, ""))
  .filter((name) => !parts.has(name));
const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : all) {
  process.stdout.write(`\n# ${name}\n\n`);
  await import(`./${name}.ts`);
}
