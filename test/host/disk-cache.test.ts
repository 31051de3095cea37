/** The cache costs time when it is lost or damaged, and never more. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { DiskCache } from "../../src/host/disk-cache.ts";
import { DiskFiles } from "../../src/host/disk-files.ts";

let root: string;
const folder = () => join(root, "output/.cache");
const open = () => new DiskCache(new DiskFiles(root));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dossier-cache-"));
});

it("gives back what was kept", () => {
  const cache = open();
  cache.set("kind", "a", "one");
  cache.set("kind", "b", "two\nlines");
  cache.flush();
  expect([open().get("kind", "a"), open().get("kind", "b")]).toEqual(["one", "two\nlines"]);
});

it("knows nothing of a value that was damaged", () => {
  const cache = open();
  cache.set("kind", "a", "one\nline");
  cache.flush();
  const path = join(folder(), "kind.tsv");
  writeFileSync(path, readFileSync(path, "utf8").replace('line"', "line"));
  expect(open().get("kind", "a")).toBeUndefined();
});

it("leaves nothing behind when it can't be written", () => {
  mkdirSync(join(folder(), "kind.tsv"), { recursive: true });
  const cache = new DiskCache({
    ...new DiskFiles(root),
    read: () => undefined,
    writable: (path: string) => join(root, path),
  } as unknown as DiskFiles);
  cache.set("kind", "a", "one");
  cache.flush();
  expect(readdirSync(folder())).toEqual(["kind.tsv"]);
});
