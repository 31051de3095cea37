/** Writes the types of the programmatic API to dist/types/: the declarations that src/cli/api.ts reaches, and no others. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const all = mkdtempSync(join(tmpdir(), "dossier-types-"));
const types = join(root, "dist/types");
const options = ["--project", "scripts/declarations.json", "--outDir", all];

try {
  execFileSync(join(root, "node_modules/.bin/tsc"), options, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  rmSync(types, { recursive: true, force: true });
  const reached = new Set(["cli/api.d.ts"]);
  for (const path of reached) {
    const text = readFileSync(join(all, path), "utf8");
    cpSync(join(all, path), join(types, path));
    for (const [, to] of text.matchAll(/(?:from |import\()"(\.[^"]+)\.ts"/g))
      reached.add(`${join(dirname(path), to)}.d.ts`);
  }
} finally {
  rmSync(all, { recursive: true, force: true });
}
