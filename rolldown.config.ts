/** The published program: one bundle with heavy parts behind lazy chunks, and the program of the HTML page. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "rolldown";
import { thirdParty } from "./scripts/third-party.ts";
import { fields } from "./src/compose/fields.ts";
import { precompiled } from "./src/compose/template-compiler.ts";
import { digest } from "./src/core/digest.ts";
import { fontFaces } from "./templates/page/fonts.ts";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as { version: string };

/** Identifies what is built: sources, templates and the versions of the libraries. */
function buildId(): string {
  const hash = createHash("sha256").update(readFileSync("package-lock.json"));
  for (const folder of ["src", "templates"])
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) =>
      a.parentPath + a.name < b.parentPath + b.name ? -1 : 1,
    ))
      if (entry.isFile()) hash.update(entry.name).update(readFileSync(`${entry.parentPath}/${entry.name}`));
  return hash.digest("hex").slice(0, 16);
}

/** Commander loads it for subcommands that are programs of their own, which takes a fifth of the start; there are none here. */
const withoutChildProcess = {
  name: "without-child-process",
  transform: {
    filter: { id: /commander\/lib\/command\.js$/ },
    handler: (code: string) => code.replace("require('node:child_process')", "{}"),
  },
};

/** gray-matter brings a parser of JavaScript for front matter that runs, which we refuse. */
const withoutEsprima = {
  name: "without-esprima",
  load: { filter: { id: /node_modules\/esprima\// }, handler: () => "module.exports = {};" },
};

/** Where each call stands in its template: half of what is compiled, and of use only to helpers that ask. */
const places = /,"loc":\{"start":\{"line":\d+,"column":\d+\},"end":\{"line":\d+,"column":\d+\}\}/g;

/** The templates of the house are compiled here, so that a report that uses no others needs no compiler. */
const houseTemplates = {
  name: "house-templates",
  load: {
    filter: { id: /compose\/house-templates\.ts$/ },
    handler() {
      const entries = readdirSync("templates")
        .filter((name) => name.endsWith(".md.hbs"))
        .map((name) => readFileSync(`templates/${name}`, "utf8"))
        .map((text) => `[${JSON.stringify(digest(text))}, ${precompiled(text).replace(places, "")}]`);
      return `export const houseTemplates = new Map([${entries.join(",\n")}]);`;
    },
  },
};

/** Composing loads no schema. */
const fieldsAsData = {
  name: "fields-as-data",
  load: {
    filter: { id: /compose\/fields\.ts$/ },
    handler: () => `export const fields = new Map(${JSON.stringify([...fields])});`,
  },
};

const program = defineConfig({
  input: { main: "src/cli/main.ts", api: "src/cli/api.ts" },
  platform: "node",
  // Left out: what carries files of its own (Mermaid, the browser), what is large and loads as fast alone (tables of letters, the
  // network, where a flaw must be mendable without us), and citeproc, whose licence (CPAL or AGPL) keeps it a separate part.
  external: [/^mermaid/, /^puppeteer/, /^@sparticuz\//, /^citeproc/, /^dompurify/, /^any-ascii/, /^undici/],
  transform: {
    define: {
      __filename: "import.meta.filename",
      __dirname: "import.meta.dirname",
      DOSSIER_VERSION: JSON.stringify(version),
      DOSSIER_BUILD: JSON.stringify(buildId()),
      "process.env.NODE_ENV": '"production"',
    },
  },
  plugins: [thirdParty(), withoutChildProcess, withoutEsprima, houseTemplates, fieldsAsData],
  output: {
    dir: "dist",
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "[name]-[hash].js",
    minify: true,
    cleanDir: true,
    // What always loads together is one file: finding forty small ones costs as much as linting.
    codeSplitting: {
      groups: [
        { name: "schema", test: /node_modules\/zod\/v4\/(?:core|mini)\//, priority: 5 },
        { name: "base", test: /src\/(?:core\/user-error|cli\/version)\.ts$/, priority: 4 },
        {
          name: "start",
          test: /src\/(?:cli\/(?:program|reporters\/(?:index|text))|app\/(?:lint|build|memo)|model\/kinds)\.ts$/,
          priority: 3,
        },
        { name: "rules", test: /src\/lint\/rules\/index\.ts$/, priority: 2.5 },
        { name: "check", test: /src\/app\/check\.ts$/, priority: 2 },
        // Reading a file needs these two, and nothing else of what composing needs.
        { name: "schemas", test: /src\/model\/schemas?(?:-walk)?\.ts$/, priority: 1.5 },
        { name: "yaml", test: /src\/load\/yaml\.ts$/, priority: 1.5 },
        { name: "compose", test: /src\/(?:app\/prepare|compose\/compose|emit\/markdown)\.ts$/, priority: 1 },
      ],
    },
  },
});

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One script for the page, with the models' own formulas; its fonts go beside it. */
const page = defineConfig({
  input: { page: "templates/page/main.ts" },
  platform: "browser",
  plugins: [
    thirdParty(["node_modules/@fontsource-variable/inter", "node_modules/@fontsource-variable/source-serif-4"]),
    {
      name: "for-the-page",
      // Node's hash has no place in a browser; there only the ids of charts need one. Of mathjs, only the parser is needed.
      resolveId(source, importer) {
        if (source.endsWith("core/digest.ts")) return here("templates/page/digest.ts");
        return source === "mathjs/number" && !importer?.endsWith("formula-parser.ts")
          ? here("templates/page/formula-parser.ts")
          : undefined;
      },
      generateBundle() {
        this.emitFile({ type: "asset", fileName: "fonts.css", source: fontFaces() });
      },
    },
  ],
  output: { dir: "dist/page", format: "iife", entryFileNames: "[name].js", codeSplitting: false, minify: true },
});

/** The preview's part of the page: a function that is called with the address of its events. */
const live = defineConfig({
  ...page,
  input: { live: "templates/page/live.ts" },
  plugins: [],
  output: {
    dir: "dist/page",
    format: "iife",
    name: "dossierLive",
    entryFileNames: "[name].js",
    codeSplitting: false,
    minify: true,
  },
});

export default [program, page, live];
