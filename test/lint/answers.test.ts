/** Answers that are kept say what a run from nothing says, whatever changes in the real dossier. */
import { describe, expect, it } from "vitest";
import { DiskFiles } from "../../src/host/disk-files.ts";
import { MemoryCache, MemoryFiles } from "../../src/host/memory-files.ts";
import type { Memory } from "../../src/lint/answers.ts";
import { rules } from "../../src/lint/rules/index.ts";
import { lint } from "../../src/lint/run.ts";
import { standardsOf } from "../../src/lint/standards.ts";
import { load } from "../../src/load/load.ts";
import { locateProblems } from "../../src/load/places.ts";

/** Each edits one kind of thing that an answer may rest on; `pick` chooses among the matches. */
const edits: readonly { readonly file: RegExp; readonly change: (text: string, pick: number) => string }[] = [
  { file: /areas\/.*\.md$/, change: nth(/\d/g, (digit) => String((Number(digit) + 1) % 10)) },
  { file: /areas\/.*\.md$/, change: nth(/\[@[a-z]/g, () => "[@zz") },
  { file: /areas\/.*\.md$/, change: nth(/#[a-z-]+\]/g, () => "]") },
  { file: /areas\/.*\.md$/, change: nth(/\. [A-Z]/g, (found) => `. This is robust and QZX${found.slice(1)}`) },
  { file: /sources\/.*\.yaml$/, change: nth(/figures: \[.*\]/g, () => "figures: []") },
  { file: /sources\/.*\.yaml$/, change: nth(/copy: primary/g, () => "copy: secondary") },
  { file: /sources\/.*\.yaml$/, change: nth(/organisation: .*/g, () => "organisation: Somebody Else") },
  { file: /sources\/.*\.yaml$/, change: nth(/^tier: .*\n/gm, () => "") },
  { file: /glossary\.yaml$/, change: nth(/abbreviation: .*/g, () => "abbreviation: QQQ") },
  { file: /dossier\.yaml$/, change: (text) => text.replace(/^filler: .*$/m, "filler: [gateway]") },
];

function nth(pattern: RegExp, replace: (found: string) => string) {
  return (text: string, pick: number): string => {
    const all = [...text.matchAll(pattern)];
    const found = all[pick % Math.max(1, all.length)];
    return found ? text.slice(0, found.index) + replace(found[0]) + text.slice(found.index + found[0].length) : text;
  };
}

async function said(files: MemoryFiles, cache: MemoryCache, memory?: Memory) {
  const { dossier, problems } = await load({ files, cache });
  if (!dossier) throw new Error(JSON.stringify(problems));
  const input = {
    dossier,
    standards: standardsOf(dossier.config.data, "final"),
    values: new Map(),
    today: "2026-11-22",
  };
  const { problems: found, examined, figures, suppressed } = lint(input, rules, memory);
  return {
    found: locateProblems(found),
    examined: [...examined],
    figures,
    suppressed: locateProblems(suppressed.map(({ problem }) => problem)),
  };
}

describe("kept answers", () => {
  it("are those of a run from nothing after every one of 30 edits", async () => {
    const disk = new DiskFiles(process.cwd());
    const files = new MemoryFiles(
      Object.fromEntries(disk.list("research").map((path) => [path, disk.read(path) as Uint8Array])),
    );
    const readings = new MemoryCache();
    const memory = { cache: new MemoryCache(), build: "test" };
    const paths = files.list("research");
    const before = await said(files, readings, memory);
    let changed = 0;
    for (let round = 0; round < 30; round++) {
      const { file, change } = edits[round % edits.length] as (typeof edits)[number];
      const fitting = paths.filter((path) => file.test(path));
      const path = fitting[(round * 7919) % fitting.length] as string;
      const old = files.read(path) as Uint8Array;
      await files.write(path, change(new TextDecoder().decode(old), round * 31));
      const kept = await said(files, readings, memory);
      expect(kept, `${round}: ${path}`).toEqual(await said(files, readings));
      if (JSON.stringify(kept) !== JSON.stringify(before)) changed++;
      if (round % 3 > 0) await files.write(path, old);
    }
    expect(changed).toBeGreaterThan(20);
  });
});
