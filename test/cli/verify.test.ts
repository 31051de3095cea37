/** What verify makes of sources that move, close, fail, change and come back. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pdfOf } from "../evidence/pdf.ts";
import { dossier, projectFolder } from "../evidence/project.ts";
import { sha } from "../evidence/stand-in.ts";
import { env, fact, filler, first, folder, html, read, results, run, site, third } from "../evidence/verified-site.ts";

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
    expect(of("tagged")).toMatchObject({ facts: { cost: { status: "gone" } } });
    expect(of("tagged")).not.toHaveProperty("http");
    expect(site.asked.length).toBe(asked);
    const coloured = { ...env, FORCE_COLOR: "1", NO_COLOR: "" };
    const { out } = await dossier(folder, ["verify", "--offline", join(folder, "map.yaml")], { env: coloured });
    expect(out).toContain("\u001B[31mgone\u001B[39m tagged#cost");
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
