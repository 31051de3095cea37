/** A dossier from the texts of its models, for the tests of this room. */
import { readdirSync, readFileSync } from "node:fs";
import type { Cache } from "../../src/core/host.ts";
import { MemoryFiles } from "../../src/host/memory-files.ts";
import { load } from "../../src/load/load.ts";
import type { Dossier } from "../../src/model/dossier.ts";

const config = `title: Test
deliverable: report.md
date: "2026-01-01"
areas:
  - { id: a, title: A, questions: [{ id: q, title: Q, asks: What? }] }
`;

export class CountingCache implements Cache {
  readonly entries = new Map<string, string>();
  hits = 0;

  get(kind: string, key: string): string | undefined {
    const value = this.entries.get(`${kind} ${key}`);
    if (value !== undefined) this.hits += 1;
    return value;
  }

  set(kind: string, key: string, value: string): void {
    this.entries.set(`${kind} ${key}`, value);
  }
}

/** `files` by path below `research/`. */
export async function dossierOf(files: Readonly<Record<string, string>>): Promise<Dossier> {
  const paths = Object.entries({ "dossier.yaml": config, ...files }).map(([path, text]) => [`research/${path}`, text]);
  const { dossier } = await load({ files: new MemoryFiles(Object.fromEntries(paths)), cache: new CountingCache() });
  if (!dossier) throw new Error("the test's dossier does not load");
  return dossier;
}

const folder = new URL("./fixtures/research/", import.meta.url);

/** The models of the fixture, by path below `research/`. */
export function fixtureFiles(): Record<string, string> {
  const models = readdirSync(new URL("models/", folder)).sort();
  return Object.fromEntries(
    ["system.yaml", ...models.map((name) => `models/${name}`)].map((path) => [
      path,
      readFileSync(new URL(path, folder), "utf8"),
    ]),
  );
}

/** A model with these outputs, for tests of one formula; `x` is 4 USD, `n` 2, `zero` 0. */
export function modelWith(outputs: string, rest = ""): Record<string, string> {
  return {
    "models/m.yaml": `title: M
purpose: Test
inputs:
  x: { title: X, value: 4, unit: USD, assumption: a }
  n: { title: N, value: 2, unit: "1", assumption: a }
  zero: { title: Zero, value: 0, unit: "1", assumption: a }
outputs:
${outputs.replace(/^(?=.)/gm, "  ")}
${rest}`,
  };
}
