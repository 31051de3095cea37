/** The published package, unpacked from its tarball beside nothing but its declared dependencies, as a user has it. */
import { execFileSync, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { NODE_EXTRA_CA_CERTS: _, CI: __, GITHUB_ACTIONS: ___, ...inherited } = process.env;
let folder: string;
let tarball: string;
let installed: string;
const declared = () => JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as Manifest;

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

function run(command: string, args: readonly string[], cwd = folder) {
  const env = {
    ...inherited,
    HOME: join(folder, "home"),
    npm_config_cache: join(folder, "cache"),
    npm_config_offline: "true",
  };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  return { status, stdout, stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dossier-package-"));
  execFileSync(process.execPath, [join(root, "scripts/declarations.mjs")]);
  const packed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: root,
  });
  const name = readdirSync(folder).find((file) => file.endsWith(".tgz")) as string;
  expect(packed.toString()).toContain(name);
  tarball = join(folder, name);
  installed = join(folder, "node_modules/dossier");
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["xzf", tarball, "--strip-components=1", "-C", installed]);
  for (const dependency of Object.keys(declared().dependencies)) {
    const link = join(folder, "node_modules", dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, "node_modules", dependency), link);
  }
  mkdirSync(join(folder, "node_modules/.bin"));
  symlinkSync("../dossier/bin/dossier.js", join(folder, "node_modules/.bin/dossier"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the package", () => {
  it("starts, checks and builds a dossier in an empty folder with the README's first commands, in ten seconds", () => {
    const readme = readFileSync(join(installed, "README.md"), "utf8");
    const [, example = ""] = /^ {4}(.+)$/m.exec(readme) ?? [];
    expect(example).toBe("npx dossier init && npx dossier lint && npx dossier build");
    const start = performance.now();
    const { status, stderr } = run("bash", ["-c", example]);
    expect(status, stderr).toBe(0);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(readFileSync(join(folder, "docs/report.md"), "utf8")).toMatch(/^# .+\n/);
  });

  it("holds what it needs, nothing of the work on it, and less than 1.5 MB", () => {
    expect(statSync(tarball).size).toBeLessThan(1_500_000);
    expect(readdirSync(installed).sort()).toEqual(
      "ARCHITECTURE.md CHANGELOG.md LICENSE README.md bin dist package.json schemas templates".split(" "),
    );
    const files = readdirSync(installed, { recursive: true, encoding: "utf8" });
    expect(files.filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))).toEqual([]);
    expect(files).toContain("templates/csl/locales-fr.xml");
  });

  it("imports no package that it does not declare", () => {
    const { dependencies, optionalDependencies } = declared();
    const known = new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...builtinModules]);
    const chunks = readdirSync(join(installed, "dist")).filter((name) => name.endsWith(".js"));
    // As the bundler writes them: import, import() and a made require; load() is that of an isolate.
    const forms =
      /(?:\bfrom|\bimport|\bimport\(|\bload(?:CommonJs)?\(|import\.meta\.url\)\()["'`](?!node:)(@[\w.-]+\/[\w.-]+|[a-z][\w.-]*)/g;
    const imported = chunks.flatMap((name) =>
      [...readFileSync(join(installed, "dist", name), "utf8").matchAll(forms)].map(([, to = ""]) => to),
    );
    expect(imported).toEqual(expect.arrayContaining(["citeproc", "puppeteer", "undici", "linkedom"]));
    expect(imported.filter((to) => !known.has(to))).toEqual([]);
  });

  it("has types with which a program compiles, and does what they say", () => {
    const program = `
import { build, type Diagnostic, type Dossier, lint, loadDossier, UserError } from "dossier";

const dossier: Dossier = await loadDossier(".");
const titles: string[] = [...dossier.findings.values()].map((finding) => finding.data.title);
const { diagnostics, profile } = await lint(".", { profile: "draft" });
const first: Diagnostic | undefined = diagnostics[0];
const { outputs, stale } = await build(".", { check: true });
const gone: unknown = await loadDossier("nowhere").catch((error: unknown) => error);
// @ts-expect-error: there is no such option
await lint(".", { profil: "draft" });
console.log(JSON.stringify({ titles, profile, first, outputs: Object.keys(outputs), stale, told: gone instanceof UserError }));
`;
    writeFileSync(join(folder, "user.ts"), program);
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
    const options = "--strict --target ES2023 --lib ES2023 --module NodeNext --types node --typeRoots".split(" ");
    const types = join(root, "node_modules/@types");
    const compiled = run(join(root, "node_modules/.bin/tsc"), ["--ignoreConfig", ...options, types, "user.ts"]);
    expect(compiled.stdout).toBe("");
    const { stdout, stderr } = run(process.execPath, ["user.js"]);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      titles: ["Bicycles"],
      profile: "draft",
      outputs: expect.arrayContaining(["docs/report.md"]),
      stale: [],
      told: true,
    });
  });
});
