/** Folders and releases at GitHub are checked at the commit that was registered. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Fetch } from "../../src/core/fetch.ts";
import type { Isolate } from "../../src/core/isolate.ts";
import { checkSource } from "../../src/evidence/check-source.ts";
import { pinOf } from "../../src/evidence/fingerprint.ts";
import { MemoryCache } from "../../src/host/memory-files.ts";
import type { Source } from "../../src/model/source.ts";

const sha = "8c5d2a1b9f0e4d3c2b1a09f8e7d6c5b4a3f2e1d0";
const other = "1111111111111111111111111111111111111111";
const passage = "Prompt injection is the manipulation of a model by what it reads, in any of its inputs.";
const filler = "Other words stand here as well, so that it looks like a page of some kind. ".repeat(4);
const raw = `https://raw.githubusercontent.com/acme/list/${sha}`;
const listing = `https://api.github.com/repos/acme/list/contents/2026/final?ref=${sha}`;

let pages: Map<string, { status?: number; type?: string; body: string }>;
let asked: string[];
const fetch: Fetch = async ({ url }) => {
  asked.push(url);
  const { status = 200, type = "text/html", body } = pages.get(url) ?? { status: 404, body: "" };
  return {
    response: { status, url, permanent: true, type, body: new TextEncoder().encode(status === 200 ? body : "") },
  };
};
const isolate: Isolate = { ask: async () => ({ kind: "error", message: "no tree" }), close: async () => undefined };
const check = (source: Partial<Source>) =>
  checkSource(source as Source, {
    fetch,
    welcome: async () => ({ allowed: true, gap: 0 }),
    openIsolate: () => isolate,
    cache: new MemoryCache(),
  });
const fact = {
  id: "what",
  states: "x",
  at: "y",
  seen: "2026-11-22",
  copy: "primary",
  pin: pinOf(passage).pin,
} as const;
const entry = (name: string, more: object = {}) => ({
  name,
  path: `2026/final/${name}`,
  type: "file",
  size: 900,
  ...more,
});
const folder = (...entries: object[]) =>
  pages.set(listing, { type: "application/json", body: JSON.stringify(entries) });

beforeEach(() => {
  asked = [];
  pages = new Map([[`https://github.com/acme/list/tree/${sha}/2026/final`, { body: `<p>${filler}</p>` }]]);
});

describe("a folder at a commit", () => {
  const source = { URL: `https://github.com/acme/list/tree/${sha}/2026/final`, facts: [fact] } as Partial<Source>;
  const status = async () => (await check(source)).facts.get("what")?.status;

  it("is read file by file until the passage is found", async () => {
    folder(entry("logo.png"), entry("01 intro.md"), entry("02.md"), entry("03.md"));
    pages.set(`${raw}/2026/final/01%20intro.md`, { type: "text/plain", body: filler });
    pages.set(`${raw}/2026/final/02.md`, { type: "text/plain", body: `# Two\n\n${passage}\n` });
    expect(await status()).toBe("found");
    expect(asked.at(-1)).toBe(`${raw}/2026/final/02.md`);
    expect(asked.join()).not.toContain("logo.png");
  });

  it("lacks a passage only when all of it was read", async () => {
    folder(entry("02.md"));
    pages.set(`${raw}/2026/final/02.md`, { type: "text/plain", body: filler });
    expect(await status()).toBe("gone");
    folder(entry("02.md"), entry("deeper", { type: "dir" }));
    expect(await status()).toBe("unread");
    folder(entry("02.md"), entry("huge.md", { size: 5_000_000 }));
    expect(await status()).toBe("unread");
    folder(entry("02.md"), entry("missing.md"));
    expect(await status()).toBe("unread");
    pages.set(listing, { status: 403, body: "" });
    expect(await status()).toBe("unread");
    pages.set(listing, { type: "application/json", body: '{"message": "odd"}' });
    expect(await status()).toBe("unread");
  });

  it("is read as the archived copy of a branch too", async () => {
    folder(entry("02.md"));
    pages.set("https://github.com/acme/list", { body: `<p>${filler}</p>` });
    pages.set(`${raw}/2026/final/02.md`, { type: "text/plain", body: passage });
    const { facts } = await check({
      URL: "https://github.com/acme/list",
      archive: source.URL,
      facts: [fact],
    } as Partial<Source>);
    expect(facts.get("what")).toEqual({ status: "moved" });
  });
});

it("tells when a release's tag points to another commit", async () => {
  const release = "https://github.com/acme/list/releases/tag/v1.10";
  const source = { URL: release, archive: `https://github.com/acme/list/tree/${sha}`, facts: [] } as Partial<Source>;
  const tag = (commit: string) =>
    pages.set("https://api.github.com/repos/acme/list/commits/v1.10", {
      type: "application/json",
      body: JSON.stringify({ sha: commit }),
    });
  pages.set(release, { body: `<p>${filler}</p>` });
  expect(await check(source)).toMatchObject({ status: "alive" });
  tag(sha);
  expect(await check(source)).toMatchObject({ status: "alive" });
  tag(other);
  expect(await check(source)).toMatchObject({
    status: "moved",
    at: `https://github.com/acme/list/tree/${other}`,
    says: "has its tag at another commit",
  });
});
