/** From a passage on a page to the recommendation above it: fact, verify, lint and trace, end to end against a local site. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dossier, projectFolder } from "../evidence/project.ts";
import { pdfOf } from "../evidence/pdf.ts";
import { settingsFor, sha, StandIn } from "../evidence/stand-in.ts";

let site: StandIn;
let folder: string;
let env: Record<string, string>;

const filler = "Other words stand on this page as well, so that it looks like one. ".repeat(8);
const first = "Bicycles were faster than buses below five kilometres, by 4 minutes on average.";
const second = "On rainy days the city counted half as many bicycles as on dry ones.";
const third = "The lanes cost 2 million euros a kilometre when the bridge was built as well.";
const html = (...passages: string[]) =>
  `<html><head><title>Count</title></head><body><p>${filler}</p>${passages.map((passage) => `<p>${passage}</p>`).join("")}</body></html>`;

beforeAll(async () => {
  site = await StandIn.open();
  env = settingsFor(site.url);
  folder = projectFolder({
    "sources/city-count.yaml": `# the count\ntype: report\ntitle: Traffic count\nURL: ${site.url}/count\n`,
  });
  site.set("/count", { body: html(first, second) });
  site.set("/lanes", { body: html(third) });
  site.set("/robots.txt", { type: "text/plain", body: "User-agent: *\nDisallow: /private/\n" });
});
afterAll(() => site.close());

const run = (...args: string[]) => dossier(folder, args, { env });
const fact = (key: string, id: string, passage: string, ...more: string[]) =>
  dossier(
    folder,
    [
      "fact",
      key,
      "--id",
      id,
      "--states",
      `what ${id} says, about 4 minutes`,
      "--figure",
      "4 minutes",
      "--at",
      "table 2",
      "--copy",
      "primary",
      "--passage",
      "-",
      ...more,
    ],
    { env, stdin: passage },
  );
const read = (path: string) => readFileSync(join(folder, "research", path), "utf8");
const results = async (...args: string[]) => {
  const { out, code, err } = await run("verify", "--json", ...args);
  expect(err).toBe("");
  const list = JSON.parse(out).results as {
    key: string;
    status: string;
    strikes?: number;
    says?: string;
    at?: string;
    facts: Record<string, { status: string; at?: string; "rests-on-it"?: string[] }>;
  }[];
  return { code, of: (key: string) => list.find((one) => one.key === key), keys: list.map(({ key }) => key) };
};

describe("from a passage to the recommendation above it", () => {
  it("binds facts to passages, keeps the rest of the file, and does not store the passage", async () => {
    const before = read("sources/city-count.yaml");
    expect(await fact("city-count", "speed", first)).toMatchObject({
      code: 0,
      out: "Added city-count#speed to research/sources/city-count.yaml.\n",
      err: "",
    });
    expect(await fact("city-count", "rain", second)).toMatchObject({
      code: 0,
      err: expect.stringContaining("does not show “4 minutes”"),
    });
    const after = read("sources/city-count.yaml");
    expect(after.startsWith(before)).toBe(true);
    expect(after).not.toContain("Bicycles were faster");
    expect(after).toMatch(/pin: \{ words: 13, sha256: [0-9a-f]{64}, probe: "?[0-9a-f]{8}"? \}/);
    expect(await fact("city-count", "speed", first)).toMatchObject({
      code: 1,
      err: expect.stringContaining("“speed” is taken"),
    });
    expect(await fact("city-count", "short", "too few words")).toMatchObject({
      code: 1,
      err: expect.stringContaining("3 words"),
    });
    expect(await fact("city-cuont", "speed", first)).toMatchObject({
      code: 2,
      err: expect.stringContaining("city-count"),
    });
    expect(await fact("city-count", "Not a Slug", first)).toMatchObject({ code: 1 });
    expect(await run("fact", "city-count", "--id", "x")).toMatchObject({
      code: 2,
      err: expect.stringContaining("Missing --states, --at, --copy"),
    });
    expect(read("sources/city-count.yaml")).toBe(after);
  });

  it("checks the passage against a saved page", async () => {
    const page = join(folder, "saved.html");
    writeFileSync(page, html(second));
    const before = read("sources/city-count.yaml");
    expect(await fact("city-count", "third", third, "--page", page)).toMatchObject({
      code: 1,
      err: expect.stringContaining("does not stand on the saved page"),
    });
    expect(read("sources/city-count.yaml")).toBe(before);
    expect(await fact("city-count", "third", second, "--page", page, "--dry-run")).toMatchObject({
      code: 0,
      out: expect.stringContaining("- id: third"),
    });
    expect(read("sources/city-count.yaml")).toBe(before);
  });

  it("finds everything where it was, and the second run says the same", async () => {
    const { code, of } = await results();
    expect(code).toBe(0);
    expect(of("city-count")).toMatchObject({
      status: "alive",
      facts: { speed: { status: "found" }, rain: { status: "found" } },
    });
    const ledger = read("evidence.lock.yaml");
    expect(ledger).toMatch(/^# yaml-language-server: \$schema=schemas\/ledger\.json\n/);
    await results();
    expect(read("evidence.lock.yaml")).toBe(ledger);
    expect((await run("lint", "--format", "json")).out).not.toContain('"rule": "fact-still-stands"');
  });

  it("reports exactly the facts whose passage was edited, and names what rests on them", async () => {
    site.set("/count", { body: html(first.replace("4 minutes", "5 minutes"), second) });
    const { code, of } = await results();
    expect(code).toBe(1);
    expect(of("city-count")?.facts).toMatchObject({
      speed: {
        status: "gone",
        "rests-on-it": expect.arrayContaining(["finding/bicycles", "case/example-city", "recommendation/build-lanes"]),
      },
      rain: { status: "found" },
    });
    expect((await run("verify")).out).toMatch(
      /gone city-count#speed: .*\n {2}rests on it: .*recommendation build-lanes/,
    );
    const traced = await run("trace", "city-count#speed");
    expect(traced).toMatchObject({
      code: 0,
      out: expect.stringMatching(/gone \d{4}-\d\d-\d\d[\s\S]*recommendation build-lanes/),
    });
    expect((await run("trace", "build-lanes")).out).toMatch(/finding bicycles[\s\S]*fact city-count#speed .*gone/);
    const { diagnostics } = JSON.parse((await run("lint", "--format", "json")).out) as {
      diagnostics: { rule: string; file: string; message: string }[];
    };
    expect(diagnostics.filter(({ rule }) => rule === "fact-still-stands")).toMatchObject([
      { file: "research/sources/city-count.yaml", message: expect.stringContaining("city-count#speed") },
    ]);
    expect(diagnostics.filter(({ rule }) => rule === "rests-on-standing-facts").map(({ file }) => file)).toEqual(
      expect.arrayContaining(["research/areas/transport/bicycles.md", "research/recommendations/build-lanes.md"]),
    );
  });

  it("forgets the suspicion when the fact gets another passage", async () => {
    const text = read("sources/city-count.yaml");
    writeFileSync(
      join(folder, "research/sources/city-count.yaml"),
      text.replace(/(id: speed[\s\S]*?sha256: )[0-9a-f]{12}/, "$1000000000000"),
    );
    expect((await run("lint", "--format", "json")).out).not.toContain('"rule": "fact-still-stands"');
    writeFileSync(join(folder, "research/sources/city-count.yaml"), text);
    site.set("/count", { body: html(first, second) });
    expect((await results()).of("city-count")?.facts.speed?.status).toBe("found");
  });
});

describe("verify", () => {
  const source = (key: string, fields: string) =>
    writeFileSync(join(folder, `research/sources/${key}.yaml`), `type: webpage\ntitle: ${key}\n${fields}`);

  it("tells alive, moved, blocked and failing apart, and strikes once a day", async () => {
    for (const name of ["moved", "forbidden", "limited", "missing", "broken", "empty", "private/x", "video"])
      source(name.replace("/", "-"), `URL: ${site.url}/${name}\n`);
    site.set("/moved", { status: 301, headers: { location: "/lanes" } });
    for (const [path, status] of [
      ["/forbidden", 403],
      ["/limited", 429],
      ["/missing", 404],
      ["/broken", 500],
      ["/empty", 200],
    ] as const)
      site.set(path, { status });
    site.set("/private/x", { body: html(first) });
    site.set("/video", { type: "video/mp4" });
    await fact("moved", "lanes", third);
    await fact("empty", "lanes", third);
    await fact("missing", "lanes", third);
    const { of } = await results();
    expect(of("moved")).toMatchObject({
      status: "moved",
      at: `${site.url}/lanes`,
      facts: { lanes: { status: "moved", at: `${site.url}/lanes` } },
    });
    expect(of("forbidden")).toMatchObject({ status: "blocked", says: "answered with status 403" });
    expect(of("limited")).toMatchObject({ status: "blocked" });
    expect(of("missing")).toMatchObject({ status: "failing", strikes: 1, facts: { lanes: { status: "unread" } } });
    expect(of("broken")).toMatchObject({ status: "failing", strikes: 1 });
    expect(of("empty")).toMatchObject({ status: "alive", facts: { lanes: { status: "unread" } } });
    expect(of("private-x")).toMatchObject({ status: "blocked", says: "robots.txt keeps programs out" });
    expect(of("video")).toMatchObject({ status: "blocked" });
    expect((await results("missing")).of("missing")).toMatchObject({ status: "failing", strikes: 1 });
  });

  it("calls a source gone after its strikes on different days, and takes that back when it answers", async () => {
    const on = (day: string, ...args: string[]) =>
      dossier(folder, ["verify", "missing", "--json", ...args], {
        env: { ...env, SOURCE_DATE_EPOCH: String(Date.parse(day) / 1000) },
      });
    const statuses = [];
    for (const day of ["2030-01-01", "2030-01-02", "2030-01-03"])
      statuses.push(JSON.parse((await on(day)).out).results[0].status);
    expect(statuses.at(-1)).toBe("gone");
    expect(read("evidence.lock.yaml")).toMatch(
      /missing:\n {4}status: gone\n[\s\S]*?history:\n( {6}- \{ on: [-\d]+, status: \w+ \}\n)+/,
    );
    site.set("/missing", { body: html(third) });
    expect(JSON.parse((await on("2030-01-04")).out).results[0]).toMatchObject({
      status: "alive",
      since: "2030-01-04",
      facts: { lanes: { status: "found" } },
    });
  });

  it("reads GitHub files at their commit, arXiv papers in their version, their PDF, and what a secondary copy names", async () => {
    source("gateway", `URL: https://github.com/acme/gateway/blob/${sha}/docs/a.md#L1\n`);
    source("paper", "URL: https://arxiv.org/abs/2401.00588\nDOI: 10.48550/arXiv.2401.00588\nversion: v2\n");
    source(
      "law",
      `URL: ${site.url}/forbidden\nfacts:\n  - { id: told, states: x, at: y, seen: 2026-11-22, copy: secondary, via: "${site.url}/lanes", quote: { exact: 2 million euros, prefix: lanes cost } }\n`,
    );
    source("archived", `URL: ${site.url}/forbidden\narchive: https://github.com/acme/gateway/blob/${sha}/docs/a.md\n`);
    site.set(`/raw/acme/gateway/${sha}/docs/a.md`, {
      type: "text/plain",
      body: `# Title\n\n${filler}\n\n${third.replace("2 million", "**2 million**")}\n`,
    });
    site.set("/arxiv-pages/abs/2401.00588v2", { body: html("The abstract.") });
    site.set("/arxiv-pages/pdf/2401.00588v2", {
      type: "application/pdf",
      body: pdfOf([filler.slice(0, 60), third.slice(0, third.indexOf(" when")), third.slice(third.indexOf("when"))]),
    });
    for (const key of ["gateway", "paper", "archived"]) await fact(key, "cost", third);
    const { of } = await results("gateway", "paper", "law", "archived");
    expect(of("gateway")).toMatchObject({ status: "alive", facts: { cost: { status: "found" } } });
    expect(of("paper")).toMatchObject({ status: "alive", facts: { cost: { status: "found" } } });
    expect(of("law")).toMatchObject({ status: "blocked", facts: { told: { status: "found" } } });
    expect(of("archived")).toMatchObject({ status: "blocked", facts: { cost: { status: "moved" } } });
  });

  it("asks only whether a page changed, where the page can tell", async () => {
    source("tagged", `URL: ${site.url}/tagged\n`);
    let full = 0;
    site.set("/tagged", (request) => {
      if (request.headers["if-none-match"] === '"v1"') return { status: 304 };
      full += 1;
      return { headers: { etag: '"v1"' }, body: html(third) };
    });
    await fact("tagged", "cost", third);
    expect((await results("tagged")).of("tagged")).toMatchObject({
      status: "alive",
      facts: { cost: { status: "found" } },
    });
    expect((await results("tagged")).of("tagged")).toMatchObject({
      status: "alive",
      facts: { cost: { status: "found" } },
    });
    expect(full).toBe(1);
  });

  it("takes parts that make a whole, and resumes", async () => {
    const parts = await Promise.all([1, 2, 3].map(async (part) => (await results("--shard", `${part}/3`)).keys));
    const all = (await results()).keys;
    expect(parts.flat().sort()).toEqual(all);
    expect((await results("--resume")).keys).toEqual([]);
    expect(await run("verify", "--shard", "4/3")).toMatchObject({ code: 2 });
    expect(await run("verify", "nothing")).toMatchObject({ code: 2 });
  });

  it("learns the probe of a pin that has none", async () => {
    const path = join(folder, "research/sources/tagged.yaml");
    writeFileSync(path, read("sources/tagged.yaml").replace(/, probe: "?\w+"?/, ""));
    site.set("/tagged", { body: html(third) });
    await results("tagged");
    expect(read("evidence.lock.yaml")).toMatch(
      /tagged:\n[\s\S]*?cost: \{ status: found, since: [-\d]+, pin: "?[0-9a-f]{12}"?, probe: "?[0-9a-f]{8}"? \}/,
    );
  });

  it("checks against saved copies without network", async () => {
    writeFileSync(join(folder, "copy.html"), html(third.replace("2 million", "3 million")));
    writeFileSync(join(folder, "map.yaml"), `tagged: copy.html\n`);
    const asked = site.asked.length;
    const { of, keys } = await results("--offline", join(folder, "map.yaml"));
    expect(keys).toEqual(["tagged"]);
    expect(of("tagged")?.facts.cost?.status).toBe("gone");
    expect(site.asked.length).toBe(asked);
  });

  it("writes nothing down when there is no network at all", async () => {
    const away = projectFolder({
      "sources/city-count.yaml": "type: report\ntitle: Traffic count\nURL: http://127.0.0.1:65431/\n",
    });
    expect(await dossier(away, ["verify"], { env })).toMatchObject({
      code: 3,
      err: expect.stringContaining("No source could be reached"),
    });
    expect(existsSync(join(away, "research/evidence.lock.yaml"))).toBe(false);
  });
});
