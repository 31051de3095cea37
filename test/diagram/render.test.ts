/** Diagrams are drawn once, in one browser, and kept by their content. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, OpenBrowser } from "../../src/core/browser.ts";
import { renderDiagrams } from "../../src/diagram/render.ts";
import { openBrowser } from "../../src/host/browser.ts";
import { memoryCache, silent } from "./doubles.ts";
import { samples } from "./samples.ts";

const env = (name: string) => process.env[name];
const realBrowser: OpenBrowser = () => openBrowser({ env, progress: silent });
const noBrowser: OpenBrowser = () => Promise.reject(new Error("the browser was started"));

const render = (codes: Readonly<Record<string, string>>, means: Partial<Parameters<typeof renderDiagrams>[1]> = {}) =>
  renderDiagrams(
    Object.entries(codes).map(([id, code]) => ({ id, code })),
    { cache: memoryCache(), openBrowser: realBrowser, progress: silent, ...means },
  );

describe("all kinds of diagrams", () => {
  const cache = memoryCache();
  let svgs: Map<string, string>;

  beforeAll(async () => {
    const result = await render(samples, { cache });
    expect(result.problems).toEqual([]);
    svgs = result.svgs;
  });

  it.each(Object.keys(samples))("draws a %s as a safe picture with real text and a size", (kind) => {
    const svg = svgs.get(kind) as string;
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(svg).toContain("<text");
    expect(svg).not.toMatch(/<(?:foreignObject|script|iframe|a|div|span|p|br)[\s>/]/);
    expect(svg).not.toMatch(/\son\w+=|@import|javascript:|url\((?!["'&quot;]*#)/);
    expect(svg.replaceAll(/xmlns(?::xlink)?="[^"]*"/g, "")).not.toMatch(/https?:/);
    const box = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(svg);
    expect(svg).toContain(` width="${box?.[1]}" height="${box?.[2]}"`);
    expect(Number(box?.[1])).toBeGreaterThan(40);
    // Ids that depend on what was drawn before would differ; these depend on the text.
    for (const [, id] of svg.matchAll(/ id="([^"]*)"/g)) expect(id).toMatch(/^d[0-9a-f]{8}(?:-\d+)?$/);
  });

  it("gives the accessible title and description", () => {
    const svg = svgs.get("sequence") as string;
    const [, label] = /aria-labelledby="([^"]*)"/.exec(svg) ?? [];
    const [, described] = /aria-describedby="([^"]*)"/.exec(svg) ?? [];
    expect(svg).toContain(`<title id="${label}">Token budget</title>`);
    expect(svg).toMatch(new RegExp(`<desc id="${described}">The client asks,\\s+the gateway reserves and settles.`));
  });

  it("draws the same bytes in another order, on another page, alone", async () => {
    const reversed = await render(Object.fromEntries(Object.entries(samples).reverse()));
    expect(Object.fromEntries(reversed.svgs)).toEqual(Object.fromEntries(svgs));
    const alone = await render({ class: samples.class as string });
    expect(alone.svgs.get("class")).toBe(svgs.get("class"));
  });

  it("needs no browser for what is cached, and none for a picture from an earlier build", async () => {
    const again = await render(samples, { cache, openBrowser: noBrowser });
    expect([...again.svgs]).toEqual([...svgs]);
    const fresh = memoryCache();
    const kept = await render(samples, { cache: fresh, openBrowser: noBrowser, existing: (id) => svgs.get(id) });
    expect(kept.svgs).toEqual(svgs);
    expect(fresh.entries.size).toBe(svgs.size);
  });

  it("draws again when a picture was altered or its text changed", async () => {
    const altered = (svgs.get("pie") as string).replace("Decode", "Encode");
    await expect(
      render({ pie: samples.pie as string }, { openBrowser: noBrowser, existing: () => altered }),
    ).rejects.toThrow();
    const text = `${samples.pie}  "Other" : 1\n`;
    await expect(render({ pie: text }, { cache, openBrowser: noBrowser })).rejects.toThrow("the browser was started");
  });

  it("draws a text that is asked for twice once, and keeps the order of the requests", async () => {
    const { svgs: found } = await render(
      { z: samples.pie as string, a: samples.pie as string },
      { cache, openBrowser: noBrowser },
    );
    expect([...found.keys()]).toEqual(["z", "a"]);
  });

  it("does not show the day of the build", () => {
    expect(svgs.get("gantt")).not.toContain("today");
  });
});

describe("bad and hostile diagrams", () => {
  let server: Server;
  let hits = 0;
  let address: string;

  beforeAll(async () => {
    server = createServer((_request, response) => {
      hits++;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
  });

  it("fetches nothing, even where the text hides what it wants from the check", async () => {
    const { svgs, problems } = await render({
      "image-node": `flowchart TD\n  A@{ img: "${address}/a.png", label: "x" }`,
      "split-image-node": `flowchart TD\n  A@{\n  label: "x"\n  img: "${address}/a.png" }`,
      "theme-css": `%%{init: {"themeCSS": ".node { background: url(${address}/b) }"}}%%\nflowchart TD\n  A`,
      "hidden-theme-css": `%%{init: {"theme\\u0043SS": ".node rect { fill: url(${address}/c) }"}}%%\nflowchart TD\n  A`,
      "front-matter": `---\nconfig:\n  "theme\\x43SS": "@import url(${address}/d);"\n---\nflowchart TD\n  A`,
      style: `flowchart TD\n  A\n  style A fill:url(${address}/e)`,
      "class-definition": `flowchart TD\n  A:::x\n  classDef x fill:#fff,background:u\\72l(${address}/f)`,
      html: `flowchart TD\n  A["<i style='background:url(${address}/g)'>x</i>"]`,
      markdown: `flowchart TD\n  A["\`![x](${address}/h)\`"]`,
      font: `%%{init: {"fontFamily": "x; } @import url(${address}/i); svg { a:"}}%%\nflowchart TD\n  A`,
      actor: `sequenceDiagram\n  participant A\n  properties A: {"icon": "${address}/j"}\n  A->>A: x`,
      c4: `C4Context\n  Person(a, "A", "x", $sprite="${address}/k", $link="${address}/l")`,
    });
    expect(hits).toBe(0);
    expect(problems.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["image-node", "split-image-node", "theme-css", "style", "class-definition", "markdown"]),
    );
    // As words of a label it is harmless.
    for (const svg of svgs.values()) expect(svg.replaceAll(/<(?:text|tspan)[^>]*>[^<]*/g, "")).not.toContain(address);
  });

  it("shows HTML in a label as words, and runs nothing", async () => {
    const { svgs, problems } = await render({
      label: `flowchart TD\n  A["<b onclick=alert(1)>bold</b><br/>next &lt;i&gt;"] --> B["a & b < c"]`,
      note: "sequenceDiagram\n  A->>B: <u onmouseover=alert(1)>hi</u>",
    });
    expect(problems).toEqual([]);
    for (const svg of svgs.values()) expect(svg).not.toMatch(/<[^>]*\son\w+=|<(?:b|u|i|br)[\s>]/);
    expect(svgs.get("label")).toContain("next");
  });

  it("refuses click statements, HTML elements and settings with their line", async () => {
    const { svgs, problems } = await render(
      {
        click: `flowchart TD\n  A --> B\n  click A call alert("x")`,
        link: `flowchart TD\n  A\n  click A href "javascript:alert(1)"`,
        script: `flowchart TD\n  A["<script>alert(1)</script>"]`,
        level: `---\ntitle: x\nconfig:\n  securityLevel: loose\n---\nflowchart TD\n  A`,
      },
      { openBrowser: noBrowser },
    );
    expect(svgs.size).toBe(0);
    expect(problems.map(({ id, line }) => [id, line])).toEqual([
      ["click", 3],
      ["link", 3],
      ["script", 2],
      ["level", 4],
    ]);
  });

  it("refuses a text that is too large without a browser", async () => {
    const long = `flowchart TD\n  A["${"x".repeat(50_000)}"]`;
    const many = `flowchart TD\n${"  A\n".repeat(2_001)}`;
    const { problems } = await render({ long, many }, { openBrowser: noBrowser });
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining("expected at most 50000"),
      expect.stringContaining("expected at most 2000"),
    ]);
  });

  it("reports a syntax error with its line, not as a picture, and draws the others", async () => {
    const broken = `%% a comment\n\nflowchart TD\n  A --> B\n  B --oops>C[\n`;
    const edges = `flowchart TD\n${Array.from({ length: 501 }, (_, index) => `  a${index} --> b${index}`).join("\n")}`;
    const { svgs, problems } = await render({ broken, good: samples.pie as string, edges });
    expect(problems).toMatchObject([
      { id: "broken", line: 5 },
      { id: "edges", message: expect.stringMatching(/edge/i) },
    ]);
    expect([...svgs.keys()]).toEqual(["good"]);
  });

  it("closes a page that hangs, replaces it, and draws the others", async () => {
    const cache = memoryCache();
    const openHanging = hangingOn(/marked/);
    const { svgs, problems } = await render(
      { hung: "flowchart TD\n  marked", a: samples.pie as string, b: samples.state as string, c: samples.er as string },
      { openBrowser: openHanging, limitMs: 2_000, cache },
    );
    expect(problems).toMatchObject([{ id: "hung", message: expect.stringContaining("not drawn after 2 s") }]);
    expect([...svgs.keys()]).toEqual(["a", "b", "c"]);
    // A machine that was busy is no property of the text.
    expect(cache.entries.size).toBe(3);
  });

  it("survives a page that dies and closes the browser when a page cannot open", async () => {
    let closed = 0;
    const dying: Browser = {
      packageUrl: (file) => file,
      open: async () => ({
        evaluate: async (expression) =>
          expression.startsWith("draw(") ? { kind: "crash" } : { kind: "value", value: true },
        pdf: () => Promise.reject(new Error("no")),
        png: () => Promise.reject(new Error("no")),
        close: async () => undefined,
      }),
      close: async () => void closed++,
    };
    const { problems } = await render({ a: "flowchart TD\n A" }, { openBrowser: async () => dying });
    expect(problems).toMatchObject([{ id: "a", message: expect.stringContaining("end of the browser's page") }]);
    const broken: Browser = { ...dying, open: () => Promise.reject(new Error("no page")) };
    await expect(render({ a: "flowchart TD\n A" }, { openBrowser: async () => broken })).rejects.toThrow("no page");
    expect(closed).toBe(2);
  });
});

/** A real browser in which drawing a text that matches never ends. */
function hangingOn(pattern: RegExp): OpenBrowser {
  return async () => {
    const browser = await realBrowser();
    return {
      ...browser,
      async open(html) {
        const page = await browser.open(html);
        return {
          ...page,
          evaluate: (expression, limitMs) =>
            page.evaluate(
              expression.startsWith("draw(") && pattern.test(expression) ? "for (;;) {}" : expression,
              limitMs,
            ),
        };
      },
    };
  };
}
