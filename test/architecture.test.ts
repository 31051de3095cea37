/** The direction between rooms is a test: every import is read and compared with the table in ARCHITECTURE.md. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("../src", import.meta.url));

/** Which rooms a room may import; every room may import itself. */
const allowed: Record<string, readonly string[]> = {
  core: [],
  model: ["core"],
  prose: ["core", "model"],
  diagram: ["core"],
  load: ["core", "model", "prose", "diagram"],
  lint: ["core", "model", "prose", "calc"],
  cite: ["core", "model"],
  evidence: ["core", "model", "cite"],
  calc: ["core", "model"],
  compose: ["core", "model", "prose", "cite", "calc", "diagram"],
  emit: ["core", "compose"],
  app: ["core", "model", "prose", "diagram", "load", "lint", "cite", "evidence", "calc", "compose", "emit"],
  host: ["core"],
  cli: [
    "core",
    "model",
    "prose",
    "diagram",
    "load",
    "lint",
    "cite",
    "evidence",
    "calc",
    "compose",
    "emit",
    "app",
    "host",
  ],
};

/** Node's own modules by room; elsewhere only pure ones. */
const pure = ["crypto", "module", "util", "buffer", "path", "url"];
const machine: Record<string, boolean> = { host: true, cli: true };

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

export function importsOf(file: string, text: string): Import[] {
  const room = relative(src, file).split("/")[0] as string;
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s+"([^"]+)"/g;
  return [...text.matchAll(pattern)].map((match) => ({
    file: relative(src, file),
    room,
    target: (match[1] ?? match[2] ?? match[3]) as string,
  }));
}

export function violation({ file, room, target }: Import): string | undefined {
  if (target.startsWith(".")) {
    const to = relative(src, resolve(dirname(join(src, file)), target)).split("/")[0] as string;
    if (to === ".." || to === room) return undefined;
    return allowed[room]?.includes(to) ? undefined : `${file} (${room}) imports ${target} (${to})`;
  }
  if (!target.startsWith("node:")) return undefined;
  const name = target.slice("node:".length).split("/")[0] as string;
  return machine[room] || pure.includes(name) ? undefined : `${file} (${room}) imports ${target}`;
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join(src, name));

describe("architecture", () => {
  it("has only the rooms of the table", () => {
    expect(readdirSync(src).sort()).toEqual(Object.keys(allowed).sort());
  });

  it("imports in one direction", () => {
    const found = files
      .flatMap((file) => importsOf(file, readFileSync(file, "utf8")))
      .flatMap((one) => violation(one) ?? []);
    expect(found).toEqual([]);
  });

  it("would notice a rule that reads files", () => {
    const [one] = importsOf(join(src, "lint/rules/bad.ts"), 'import { readFileSync } from "node:fs";\n');
    expect(one && violation(one)).toMatch(/lint\/rules\/bad\.ts .* node:fs/);
  });

  it("would notice a rule that imports the loader, also lazily", () => {
    const found = importsOf(join(src, "lint/rules/bad.ts"), 'const x = await import("../../load/load.ts");\n').map(
      violation,
    );
    expect(found).toEqual(["lint/rules/bad.ts (lint) imports ../../load/load.ts (load)"]);
  });

  it("keeps process.* in cli and host, and the clock in host", () => {
    const found = files.flatMap((file) => {
      const room = relative(src, file).split("/")[0] as string;
      const text = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      const marks = [
        room !== "cli" && room !== "host" && /\bprocess\.(?!env\.NODE_ENV)/.test(text) && "process",
        room !== "host" && /\bDate\.now\(|\bnew Date\(\)/.test(text) && "clock",
      ];
      return marks.filter(Boolean).map((mark) => `${relative(src, file)}: ${mark}`);
    });
    expect(found).toEqual([]);
  });

  it("keeps files short", () => {
    const long = files
      .filter((file) => readFileSync(file, "utf8").split("\n").length > 300)
      .map((file) => relative(src, file));
    expect(long).toEqual([]);
  });

  it("opens each file with a sentence", () => {
    const silent = files
      .filter((file) => !/^\/\*\*[\s\S]*?\*\//.test(readFileSync(file, "utf8")))
      .map((file) => relative(src, file));
    expect(silent).toEqual([]);
  });
});
