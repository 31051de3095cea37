/** Watching folders that are saved into, moved away, put back and made later. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { watch } from "../../src/host/watch.ts";

let root: string;
let stop: AbortController;
const inside = (path: string) => join(root, path);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dossier-watch-"));
  mkdirSync(inside("research"));
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  rmSync(root, { recursive: true, force: true });
});

it("tells what is saved, also after the folder was moved away and back, and in one that is made later", async () => {
  let bursts = 0;
  const ended = (async () => {
    for await (const _ of watch(root, ["research", "templates"], stop.signal)) bursts++;
  })();
  const told = async (change: () => void) => {
    await wait(150);
    const before = bursts;
    change();
    for (let round = 0; bursts === before && round < 40; round++) await wait(25);
    return bursts > before;
  };
  expect(await told(() => writeFileSync(inside("research/a.yaml"), "one"))).toBe(true);
  expect(await told(() => renameSync(inside("research"), inside("away")))).toBe(true);
  expect(await told(() => renameSync(inside("away"), inside("research")))).toBe(true);
  expect(await told(() => writeFileSync(inside("research/a.yaml"), "two"))).toBe(true);
  expect(await told(() => rmSync(inside("research"), { recursive: true }))).toBe(true);
  expect(await told(() => mkdirSync(inside("research")))).toBe(true);
  expect(await told(() => writeFileSync(inside("research/a.yaml"), "three"))).toBe(true);
  expect(await told(() => mkdirSync(inside("templates")))).toBe(true);
  expect(await told(() => writeFileSync(inside("templates/finding.md.hbs"), "text"))).toBe(true);
  expect(await told(() => writeFileSync(inside("elsewhere.md"), "text"))).toBe(false);
  stop.abort();
  await ended;
});
