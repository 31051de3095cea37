/** The published program: one bundle with heavy parts behind lazy chunks. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { defineConfig } from "rolldown";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as { version: string };

/** Identifies what is built: sources, templates and the versions of the libraries. */
function buildId(): string {
  const hash = createHash("sha256").update(readFileSync("package-lock.json"));
  for (const folder of ["src", "templates"])
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) => (a.parentPath + a.name < b.parentPath + b.name ? -1 : 1)))
      if (entry.isFile()) hash.update(entry.name).update(readFileSync(`${entry.parentPath}/${entry.name}`));
  return hash.digest("hex").slice(0, 16);
}

export default defineConfig({
  input: { main: "src/cli/main.ts" },
  platform: "node",
  // Left out: what carries files of its own (Mermaid, the browser), and citeproc, whose licence (CPAL or AGPL) keeps it a separate part.
  external: [/^@mermaid-js\//, /^mermaid/, /^puppeteer/, /^@sparticuz\//, /^citeproc/, /^dompurify/],
  transform: { define: { DOSSIER_VERSION: JSON.stringify(version), DOSSIER_BUILD: JSON.stringify(buildId()), "process.env.NODE_ENV": '"production"' } },
  output: { dir: "dist", format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js", minify: true, cleanDir: true },
});
