/** The published program: one bundle with heavy parts behind lazy chunks. */
import { readFileSync } from "node:fs";
import { defineConfig } from "rolldown";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as { version: string };

export default defineConfig({
  input: { main: "src/cli/main.ts" },
  platform: "node",
  // Left out: what carries files of its own (Mermaid, the browser), and citeproc, whose licence (CPAL or AGPL) keeps it a separate part.
  external: [/^@mermaid-js\//, /^mermaid/, /^puppeteer/, /^@sparticuz\//, /^citeproc/, /^dompurify/],
  transform: { define: { DOSSIER_VERSION: JSON.stringify(version), "process.env.NODE_ENV": '"production"' } },
  output: { dir: "dist", format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js", minify: true, cleanDir: true },
});
