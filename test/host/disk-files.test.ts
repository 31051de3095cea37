/** Files are written whole or not at all, and what a killed run left behind goes with the next one. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { refusal } from "../../src/host/disk-error.ts";
import { DiskFiles } from "../../src/host/disk-files.ts";
import { newFolder } from "../../src/host/new-folder.ts";

const uuid = "0f9d2a34-1111-4222-8333-123456789abc";
let root: string;
const inside = (path: string) => join(root, path);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dossier-files-"));
  mkdirSync(inside("research/sources"), { recursive: true });
});

it("sweeps old temporary files of its own beside what it writes, and nothing else", async () => {
  const old = new Date(Date.now() - 3_600_000);
  const names = [`a.yaml.${uuid}.tmp`, `b.yaml.${uuid}.tmp`, "mine.tmp", "notes.yaml.20261122", `${uuid}.tmp.md`];
  for (const name of names) {
    writeFileSync(inside(`research/sources/${name}`), "half a fi");
    if (!name.startsWith("b.")) utimesSync(inside(`research/sources/${name}`), old, old);
  }
  mkdirSync(inside(`research/sources/c.yaml.${uuid}.tmp`));
  utimesSync(inside(`research/sources/c.yaml.${uuid}.tmp`), old, old);
  expect(await new DiskFiles(root).create("research/sources/new.yaml", "title: T\n")).toBe(true);
  expect(readdirSync(inside("research/sources")).sort()).toEqual(
    [...names.slice(1), `c.yaml.${uuid}.tmp`, "new.yaml"].sort(),
  );
});

it("creates only what is not there, and leaves no temporary file", async () => {
  const files = new DiskFiles(root);
  expect(await files.create("research/sources/a.yaml", "one")).toBe(true);
  expect(await files.create("research/sources/a.yaml", "two")).toBe(false);
  symlinkSync(inside("elsewhere"), inside("research/sources/link.yaml"));
  expect(await files.create("research/sources/link.yaml", "two")).toBe(false);
  expect(await files.create("research/new/folder/b.yaml", "three")).toBe(true);
  expect(readFileSync(inside("research/sources/a.yaml"), "utf8")).toBe("one");
  expect(readdirSync(inside("research/sources")).sort()).toEqual(["a.yaml", "link.yaml"]);
  expect(readFileSync(inside("research/new/folder/b.yaml"), "utf8")).toBe("three");
});

it("replaces a file with its permissions, through a link inside the project, and refuses one that leads out of it", async () => {
  const files = new DiskFiles(root);
  writeFileSync(inside("research/a.yaml"), "one");
  chmodSync(inside("research/a.yaml"), 0o640);
  symlinkSync(inside("research/a.yaml"), inside("research/link.yaml"));
  await files.write("research/link.yaml", "two");
  expect(readFileSync(inside("research/a.yaml"), "utf8")).toBe("two");
  expect(statSync(inside("research/a.yaml")).mode & 0o777).toBe(0o640);
  symlinkSync(tmpdir(), inside("research/out"));
  await expect(files.write("research/out/x.yaml", "x")).rejects.toThrow("leads out of the project");
  await expect(files.create("research/out/x.yaml", "x")).rejects.toThrow("leads out of the project");
});

it("says in a sentence what the system refuses, with the path as the user knows it", async () => {
  const files = new DiskFiles(root);
  mkdirSync(inside("docs"));
  writeFileSync(inside("notes"), "text");
  expect(() => files.read("docs")).toThrow(/^docs is a folder, expected a file\.$/);
  await expect(files.write("docs", "x")).rejects.toThrow(/^docs is a folder, expected a file\.$/);
  await expect(files.write("notes/diagrams/a.svg", "x")).rejects.toThrow(
    /^notes\/diagrams\/a\.svg lies below a file, expected a folder there\.$/,
  );
  await expect(files.create("notes/a.yaml", "x")).rejects.toThrow(/^notes\/a\.yaml has a file where a folder/);
  await expect(files.write(`docs/${"x".repeat(300)}`, "x")).rejects.toThrow(/ is too long a name\.$/);
  expect(() => newFolder(inside("notes"))).toThrow(/has a file where a folder is expected/);
});

it("tells a missing right from a wrong path", () => {
  const denied = Object.assign(new Error("EACCES: permission denied, open '/p/docs/a.md'"), {
    syscall: "open",
    code: "EACCES",
  });
  expect(refusal("docs/a.md", "written", denied)).toMatchObject({
    message: "docs/a.md can't be written: permission denied.",
    code: 3,
  });
  const ours = new TypeError("x is not a function");
  expect(refusal("docs/a.md", "written", ours)).toBe(ours);
});

it.each([
  ".git/config",
  ".GIT/hooks/post-checkout",
  "vendor/lib/.git/config",
  "docs/../.git/config",
  ".git",
  ".git /config",
  ".gi\u200Ct/config",
  "git~1/config",
  ".hg/hgrc",
  "linked/config",
])("refuses to write %s, which version control would run", async (path) => {
  mkdirSync(inside(".git"));
  writeFileSync(inside(".git/config"), "[core]\n");
  symlinkSync(inside(".git"), inside("linked"));
  const files = new DiskFiles(root);
  const refused = "folder of version control";
  await expect(files.write(path, "x")).rejects.toThrow(refused);
  await expect(files.create(path, "x")).rejects.toThrow(refused);
  await expect(files.update(path, () => "x")).rejects.toThrow(refused);
  await expect(files.remove(path)).rejects.toThrow(refused);
  expect(readdirSync(inside(".git"))).toEqual(["config"]);
  expect(readFileSync(inside(".git/config"), "utf8")).toBe("[core]\n");
});

it("writes names that only begin like such a folder", async () => {
  const files = new DiskFiles(root);
  for (const path of [".github/workflows/x.yml", ".gitignore", "docs/.gitkeep", "a.git/b"])
    await files.write(path, "x");
  expect(readFileSync(inside("a.git/b"), "utf8")).toBe("x");
});
