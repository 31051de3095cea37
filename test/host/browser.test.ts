/** The real browser: what it draws, what it can't reach, and what it leaves behind. */
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "../../src/core/browser.ts";
import { openBrowser } from "../../src/host/browser.ts";

const env = (name: string) => process.env[name];
const steps: string[] = [];
const progress = { step: (message: string) => void steps.push(message), done: () => undefined };

describe("openBrowser", () => {
  let browser: Browser;
  const server = createServer((_request, response) => response.end("hit"));
  let hits = 0;
  server.on("connection", () => void hits++);

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    browser = await openBrowser({ env, progress });
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it("says that it runs without the sandbox when it does", () => {
    expect(steps.some((step) => step.startsWith("Starting the browser"))).toBe(true);
    expect(steps.some((step) => step.includes("without its sandbox"))).toBe(process.getuid?.() === 0);
  });

  it("evaluates, awaits promises and reports errors as outcomes", async () => {
    const page = await browser.open("<p>hello</p>");
    expect(await page.evaluate("Promise.resolve(document.body.innerText)", 5000)).toEqual({
      kind: "value",
      value: "hello",
    });
    expect(await page.evaluate("missing.name", 5000)).toMatchObject({
      kind: "error",
      message: expect.stringMatching(/missing is not defined/),
    });
    await page.close();
  });

  it("closes a page that hangs while another works on", async () => {
    const [stuck, free] = await Promise.all([browser.open("<p>"), browser.open("<p>")]);
    expect(await stuck.evaluate("for(;;){}", 300)).toEqual({ kind: "timeout" });
    expect(await free.evaluate("1 + 1", 5000)).toEqual({ kind: "value", value: 2 });
    await stuck.close();
    await free.close();
  });

  it("reaches nothing: no fetch, image, frame, socket, prefetch or beacon", async () => {
    const { port } = server.address() as AddressInfo;
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::ffff:127.0.0.1]:${port}`];
    const html = hosts
      .map(
        (host) => `<link rel=preconnect href="http://${host}"><link rel=prefetch href="http://${host}/p">
        <link rel=dns-prefetch href="http://${host}"><img src="http://${host}/i"><iframe src="http://${host}/f"></iframe>
        <script>new WebSocket("ws://${host}/w"); fetch("http://${host}/x").catch(() => 0);
        navigator.sendBeacon("http://${host}/b"); new EventSource("http://${host}/e")</script>`,
      )
      .join("");
    const page = await browser.open(html);
    await page.evaluate("new Promise((resolve) => setTimeout(resolve, 500))", 5000);
    await page.close();
    expect(hits).toBe(0);
    await (await fetch(`http://127.0.0.1:${port}`)).text();
    expect(hits).toBe(1);
  });

  it("prints a PDF and takes a picture", async () => {
    const page = await browser.open("<title>T</title><h1>Heading</h1>");
    const margin = { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" };
    const pdf = await page.pdf({ format: "A4", margin });
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
    const png = Buffer.from(await page.png({ width: 100, height: 50, scale: 2 }));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([200, 100]);
    await page.close();
  });

  it("does not depend on the time zone of the machine", async () => {
    const page = await browser.open("<p>");
    expect(await page.evaluate("new Date(2026, 0, 1).getTimezoneOffset()", 5000)).toEqual({ kind: "value", value: 0 });
    await page.close();
  });
});

describe("a run", () => {
  it("leaves no profile or page behind, and sweeps what a killed run left", async () => {
    const own = mkdtempSync(join(tmpdir(), "browser-test-"));
    const before = process.env.TMPDIR;
    process.env.TMPDIR = own;
    try {
      const stale = mkdtempSync(join(own, "dossier-browser-"));
      utimesSync(stale, new Date(0), new Date(0));
      const browser = await openBrowser({ env, progress });
      expect(existsSync(stale)).toBe(false);
      await browser.open("<p>");
      expect(readdirSync(own)).toHaveLength(1);
      await browser.close();
      await browser.close();
      await expect(openBrowser({ env, progress, executable: "/nowhere/chrome" })).rejects.toThrow("/nowhere/chrome");
      expect(readdirSync(own)).toEqual([]);
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      rmSync(own, { recursive: true, force: true });
    }
  });

  it("leaves signals to the program, and a pipe ends the browser with it", async () => {
    const listeners = () => ["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => process.listenerCount(signal));
    const before = listeners();
    const browser = await openBrowser({ env, progress });
    expect(listeners()).toEqual(before);
    await browser.close();
  });

  it("refuses a chosen browser that does not exist", async () => {
    await expect(openBrowser({ env, progress, executable: "/nowhere/chrome" })).rejects.toMatchObject({
      name: "UserError",
      code: 2,
    });
  });

  it("says what to do when the chosen program is no browser", async () => {
    await expect(openBrowser({ env, progress, executable: "/bin/false" })).rejects.toMatchObject({
      name: "UserError",
      code: 3,
      hint: expect.stringMatching(/DOSSIER_BROWSER/),
    });
  });
});
