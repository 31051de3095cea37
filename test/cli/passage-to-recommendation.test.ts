/** From a passage on a page to the recommendation above it: fact, verify, lint and trace, end to end against a local site. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fact, first, folder, html, read, results, run, second, site, third } from "../evidence/verified-site.ts";

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
