/** What changed in meaning, against a real repository. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Chalk } from "chalk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Change, diffStates, stateOf } from "../../src/app/diff.ts";
import { init } from "../../src/app/init.ts";
import { diffMarkdown, diffText } from "../../src/cli/diff-print.ts";
import { DiskFiles } from "../../src/host/disk-files.ts";
import { filesAt } from "../../src/host/git-revision.ts";
import { MemoryCache, MemoryFiles } from "../../src/host/memory-files.ts";
import { offlineHost } from "../app/offline-host.ts";

let root: string;
const git = (...args: string[]) =>
  execFileSync(
    "git",
    [
      "-c",
      "user.name=t",
      "-c",
      "user.email=t@example.org",
      "-c",
      "commit.gpgsign=false",
      "-c",
      "init.defaultBranch=main",
      ...args,
    ],
    { cwd: root, stdio: "pipe" },
  );
const change = (path: string, ...pairs: [string, string][]) => {
  const file = join(root, path);
  let text = readFileSync(file, "utf8");
  for (const [before, after] of pairs) {
    expect(text).toContain(before);
    text = text.replace(before, after);
  }
  writeFileSync(file, text);
};

async function changes(revision = "HEAD"): Promise<Change[]> {
  const cache = new MemoryCache();
  const before = await stateOf({
    files: new MemoryFiles(Object.fromEntries(await filesAt(root, revision, "research"))),
    cache,
  });
  const after = await stateOf({ files: new DiskFiles(root), cache });
  if (!before || !after) throw new Error("can't be read");
  return diffStates(before, after);
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "dossier-diff-"));
  await init({ ...offlineHost(), files: new DiskFiles(root) }, {});
  git("init", "-q");
  git("add", ".");
  git("commit", "-q", "-m", "first");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("diff", () => {
  it("is empty for an unchanged dossier, and for changes of form", async () => {
    expect(await changes()).toEqual([]);
    change("research/sources/city-count.yaml", ["type: report\n", "# a comment\ntype:   report\n"]);
    change("research/areas/transport/bicycles.md", [
      "answer: Bicycles beat buses on short ways",
      "answer: >-\n  Bicycles beat buses\n  on short ways",
    ]);
    expect(await changes()).toEqual([]);
  });

  it("names verdicts, efforts, figures, facts and sources, with before and after", async () => {
    change("research/areas/transport/bicycles.md", ["verdict: adopt", "verdict: trial"]);
    change("research/recommendations/build-lanes.md", ["p90: 4", "p90: 6"]);
    change("research/system.yaml", ["value: 120", "value: 150"]);
    change("research/sources/city-count.yaml", ['figures: ["4 minutes"]', 'figures: ["5 minutes"]']);
    execFileSync("rm", [join(root, "research/sources/bus-timetable.yaml")]);
    const found = await changes();
    expect(found.map(({ group, kind, id, field, before, after }) => [group, kind, id, field, before, after])).toEqual([
      ["verdicts", "changed", "finding/bicycles", "verdict", "adopt", "trial"],
      ["recommendations", "changed", "recommendation/build-lanes", "effort p90", "4", "6"],
      ["figures", "changed", "value/commute.commuters", "value", "120 people", "150 people"],
      [
        "figures",
        "changed",
        "value/commute.total",
        "value",
        expect.stringContaining("480"),
        expect.stringContaining("600"),
      ],
      ["figures", "changed", "value/system.commuters", "value", "120 people", "150 people"],
      ["facts", "removed", "fact/bus-timetable#interval", undefined, undefined, undefined],
      ["facts", "changed", "fact/city-count#speed", "figures", "4 minutes", "5 minutes"],
      ["sources", "removed", "source/bus-timetable", undefined, undefined, undefined],
    ]);
    const text = diffText(found, "HEAD", new Chalk({ level: 0 }));
    expect(text).toContain("~ finding/bicycles verdict: adopt → trial");
    expect(text).toContain("0 added, 2 removed, 6 changed since HEAD.");
    expect(diffMarkdown(found, "HEAD")).toContain(
      "| verdicts | finding/bicycles | Bicycles | verdict: adopt → trial |",
    );
  });

  it("refuses what is no revision, options included, and stands names with spaces and quotes", async () => {
    for (const revision of ["nonsense", "--help", "-1", "HEAD:research", ""])
      await expect(filesAt(root, revision, "research"), revision).rejects.toThrow(/no revision/);
    const name = 'research/snippets/a "b" ü\n.ts';
    writeFileSync(join(root, name), "x\n\nblob 3\n");
    git("add", "research/snippets");
    git("commit", "-q", "-m", "odd", "--", "research/snippets");
    const files = await filesAt(root, "HEAD", "research");
    expect(new TextDecoder().decode(files.get(name))).toBe("x\n\nblob 3\n");
    const outside = mkdtempSync(join(tmpdir(), "dossier-bare-"));
    await expect(filesAt(outside, "HEAD", "research")).rejects.toMatchObject({
      message: expect.stringMatching(/git repository|no revision/),
      code: 2,
    });
    rmSync(outside, { recursive: true });
  });

  it("keeps hostile text from terminals and tables", () => {
    const evil: Change = {
      group: "sources",
      kind: "changed",
      id: "source/x\u001B[2J",
      title: "a|b\n::error::",
      field: "tier",
      before: "<script>",
      after: "\u202Ez",
    };
    expect(diffText([evil], "HEAD", new Chalk({ level: 0 }))).not.toMatch(/\u001B|\u202E|^::/m);
    expect(diffMarkdown([evil], "HEAD")).toContain("\\<script\\>");
  });
});
