/** The preview's server: whom it answers, and what a page hears. */
import { get, type IncomingMessage, request } from "node:http";
import { connect, createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { newEventsPath, type Served, serve } from "../../src/host/serve.ts";

let served: Served | undefined;
afterEach(async () => {
  await served?.close();
  served = undefined;
});

const events = newEventsPath();
const started = async (port = 0) =>
  (served = await serve({ port, page: (changes) => `<p>page ${changes}</p>` }, events));

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

const ask = (address: string, path: string, headers: Record<string, string> = {}, method = "GET") =>
  new Promise<Answer>((resolve, reject) => {
    const asked = request(new URL(address), { path, headers, method }, (response) => {
      let body = "";
      response
        .setEncoding("utf8")
        .on("data", (chunk: string) => void (body += chunk))
        .on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    asked.on("error", reject).end();
  });

describe("serve", () => {
  it("gives the page on the loopback address, to be kept by nobody, with no CORS header", async () => {
    const { address } = await started();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const { status, headers, body } = await ask(address, "/");
    expect([status, body]).toEqual([200, "<p>page 0</p>"]);
    expect(headers["cache-control"]).toBe("no-store");
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("refuses foreign names, foreign pages and other methods", async () => {
    const { address } = await started();
    const { port } = new URL(address);
    expect((await ask(address, "/", { host: "evil.example" })).status).toBe(403);
    expect((await ask(address, "/", { host: `evil.example:${port}` })).status).toBe(403);
    expect((await ask(address, "/", { host: `localhost:${port}` })).status).toBe(200);
    expect((await ask(address, "/", { origin: "https://evil.example" })).status).toBe(403);
    expect((await ask(address, "/", { origin: "null" })).status).toBe(403);
    expect((await ask(address, events, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await ask(address, "/", {}, "POST")).status).toBe(405);
  });

  it("has no files, whatever the path", async () => {
    const { address } = await started();
    for (const path of [
      "/etc/passwd",
      "/../../etc/passwd",
      "/%2e%2e/package.json",
      "//evil.example/",
      "/research/dossier.yaml",
      "/.env",
    ])
      expect((await ask(address, path)).status).toBe(404);
  });

  /** What a stream says until it says `last`. */
  const heardUntil = (last: string, path: string, address: string, headers: Record<string, string> = {}) =>
    new Promise<string>((resolve) => {
      get(new URL(path, address), { headers }, (response) => {
        let heard = "";
        response.setEncoding("utf8").on("data", (chunk: string) => {
          heard += chunk;
          if (heard.includes(last)) resolve(heard);
        });
      });
    });

  it("sends events to those who know the path of this run only, and the last findings to latecomers", async () => {
    const { address, change, state } = await started();
    expect((await ask(address, "/events/guess")).status).toBe(403);
    state("findings", [0]);
    state("findings", [1]);
    const heard = heardUntil("sections", events, address);
    await new Promise((resolve) => setTimeout(resolve, 100));
    change("sections", { html: "<b>\n</b>" });
    expect(await heard).toContain("event: findings\ndata: [1]\n\n");
    expect(await heard).not.toContain("data: [0]");
    expect(await heard).toContain('id: 1\nevent: sections\ndata: {"html":"<b>\\n</b>"}\n\n');
  });

  it("sends a page the changes since it was asked for, and those since its stream was cut", async () => {
    const { address, change, state } = await started();
    change("sections", "first");
    expect((await ask(address, "/")).body).toBe("<p>page 1</p>");
    change("sections", "second");
    change("sections", "third");
    state("findings", []);
    const late = await heardUntil("findings", `${events}?after=1`, address);
    expect(late).not.toContain("first");
    expect(late.indexOf("second")).toBeLessThan(late.indexOf("third"));
    const cut = await heardUntil("findings", `${events}?after=1`, address, { "last-event-id": "2" });
    expect([cut.includes("second"), cut.includes("third")]).toEqual([false, true]);
    expect(await heardUntil("findings", `${events}?after=3`, address)).not.toContain("sections");
    expect(await heardUntil("findings", events, address)).not.toContain("sections");
    for (let more = 0; more < 60; more++) change("sections", `more ${more}`);
    expect(await heardUntil("findings", `${events}?after=1`, address)).toContain("event: page");
  });

  it("speaks no WebSocket", async () => {
    const { address } = await started();
    const { port } = new URL(address);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1", () =>
        socket.write(
          `GET ${events} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
        ),
      );
      socket.once("data", (data) => resolve(String(data)));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 403/);
  });

  it("takes the next port when one is taken, and ends with its streams open", async () => {
    const other = createServer();
    const taken = await new Promise<number>((resolve) =>
      other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port)),
    );
    const { address, close } = await started(taken);
    expect(Number(new URL(address).port)).toBeGreaterThan(taken);
    get(new URL(events, address), (response) => response.resume()).on("error", () => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await close();
    await expect(ask(address, "/")).rejects.toThrow();
    other.close();
  });
});
