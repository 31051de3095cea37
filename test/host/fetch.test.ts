/** Fetching: what is refused, what is bounded, and how politely it asks; against a real local server. */

import type { LookupFunction } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFetch } from "../../src/host/fetch.ts";
import { isPublic } from "../../src/host/public-address.ts";
import { StandIn } from "../evidence/stand-in.ts";

let site: StandIn;
beforeAll(async () => {
  site = await StandIn.open({ "/page": { body: "hello" } });
});
afterAll(() => site.close());

/** A name server that gives the answers in turn, as one that rebinds does. */
function answering(...answers: string[]): LookupFunction {
  let at = 0;
  return ((_: string, __: object, callback: (error: null, all: { address: string; family: number }[]) => void) => {
    const address = answers[Math.min(at++, answers.length - 1)] as string;
    callback(null, [{ address, family: address.includes(":") ? 6 : 4 }]);
  }) as unknown as LookupFunction;
}

const text = { accept: ["text/*"] };

describe("public addresses", () => {
  it.each([
    "127.0.0.1",
    "127.8.8.8",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "198.18.0.1",
    "192.0.2.1",
    "::",
    "::1",
    "[::1]",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "fd12:3456::1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "64:ff9b::7f00:1",
    "64:ff9b::10.0.0.1",
    "ff02::1",
    "2001:db8::1",
    "0:0:0:0:0:ffff:7f00:1",
    "0064:ff9b:0:0:0:0:7f00:1",
    "64:ff9b:1::7f00:1",
    "::ffff:0:127.0.0.1",
    "3fff::1",
    "100::1",
    "240.0.0.1",
    "192.88.99.1",
    "not an address",
    "",
  ])("refuses %s", (address) => expect(isPublic(address)).toBe(false));

  it.each(["8.8.8.8", "1.1.1.1", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"])("allows %s", (address) =>
    expect(isPublic(address)).toBe(true),
  );
});

describe("fetch", () => {
  it.each([
    "file:///etc/passwd",
    "ftp://example.org/",
    "data:text/html,x",
    "javascript:alert(1)",
    "nonsense",
    "//example.org",
  ])("refuses %s", async (url) => {
    const fetch = await openFetch({ allowPrivate: true });
    expect((await fetch({ url, ...text })).failure?.kind).toBe("refused");
  });

  it.each([
    "127.0.0.1",
    "localhost",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "0.0.0.0",
    "2130706433",
    "0x7f.1",
    "127.1",
    "0177.0.0.1",
  ])("never connects to http://%s", async (host) => {
    const fetch = await openFetch();
    const asked = site.asked.length;
    const { failure } = await fetch({ url: `http://${host}:${site.port}/page`, ...text });
    expect(failure?.kind).toBe("refused");
    expect(failure?.message).toContain("private address");
    expect(site.asked.length).toBe(asked);
  });

  it("refuses a name that leads to a private address", async () => {
    for (const address of ["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.1"]) {
      const fetch = await openFetch({ lookup: answering(address) });
      const { failure } = await fetch({ url: `http://innocent.example:${site.port}/page`, ...text });
      expect(failure).toMatchObject({ kind: "refused", message: expect.stringContaining(address) });
    }
  });

  it("judges the address that is connected to, so that a second answer of the name server can't pass", async () => {
    const asked = site.asked.length;
    const fetch = await openFetch({ lookup: answering("203.0.113.1", "127.0.0.1"), limitMs: 500 });
    await fetch({ url: `http://rebind.example:${site.port}/page`, ...text });
    const { failure } = await fetch({ url: `http://rebind.example:${site.port}/page`, ...text });
    expect(failure?.kind).toBe("refused");
    expect(site.asked.length).toBe(asked);
  });

  it("judges each redirect again", async () => {
    const { createServer } = await import("node:http");
    const targets = [
      `http://127.0.0.1:${site.port}/page`,
      `http://localhost:${site.port}/page`,
      `http://[::ffff:7f00:1]:${site.port}/page`,
      "http://169.254.169.254/latest/meta-data/",
      "file:///etc/passwd",
      "gopher://127.0.0.1/",
      "\\\\127.0.0.1\\page",
      `//2130706433:${site.port}/page`,
      `http://user@127.0.0.1:${site.port}/page`,
    ];
    const outside = createServer((request, response) =>
      response.writeHead(302, { location: targets[Number(request.url?.slice(1))] }).end(),
    );
    await new Promise<void>((resolve) => outside.listen(0, "127.0.0.2", resolve));
    const { port } = outside.address() as { port: number };
    // Only the address of the server that redirects counts as public.
    const fetch = await openFetch({ isPublic: (address) => address === "127.0.0.2" });
    const asked = site.asked.length;
    for (const at of targets.keys())
      expect((await fetch({ url: `http://127.0.0.2:${port}/${at}`, ...text })).failure?.kind, targets[at]).toBe(
        "refused",
      );
    expect(site.asked.length).toBe(asked);
    outside.closeAllConnections();
    outside.close();
  });

  it("follows five redirects and no more, and says whether they are for good", async () => {
    const fetch = await openFetch({ allowPrivate: true });
    for (let at = 1; at <= 6; at += 1)
      site.set(`/hop${at}`, {
        status: at === 3 ? 308 : 301,
        headers: { location: at === 1 ? "/page" : `/hop${at - 1}` },
      });
    expect((await fetch({ url: `${site.url}/hop5`, ...text })).response).toMatchObject({
      status: 200,
      url: `${site.url}/page`,
      permanent: true,
    });
    expect((await fetch({ url: `${site.url}/hop6`, ...text })).failure?.kind).toBe("redirects");
    site.set("/temporary", { status: 302, headers: { location: "/page" } });
    expect((await fetch({ url: `${site.url}/temporary`, ...text })).response?.permanent).toBe(false);
    site.set("/loop", { status: 302, headers: { location: "/loop" } });
    expect((await fetch({ url: `${site.url}/loop`, ...text })).failure?.kind).toBe("redirects");
  });

  it("counts decoded bytes, whatever the encoding hides", async () => {
    const fetch = await openFetch({ allowPrivate: true, limitBytes: 100_000 });
    const zeros = Buffer.alloc(5_000_000);
    site.set("/gzip", { headers: { "content-encoding": "gzip" }, body: gzipSync(zeros) });
    site.set("/br", { headers: { "content-encoding": "br" }, body: brotliCompressSync(zeros) });
    site.set("/twice", { headers: { "content-encoding": "gzip, gzip" }, body: gzipSync(gzipSync(zeros)) });
    expect((await fetch({ url: `${site.url}/twice`, ...text })).failure?.kind).toBe("too-large");
    site.set("/fits", { headers: { "content-encoding": "gzip" }, body: gzipSync(Buffer.from("fits")) });
    expect((await fetch({ url: `${site.url}/gzip`, ...text })).failure?.kind).toBe("too-large");
    expect((await fetch({ url: `${site.url}/br`, ...text })).failure?.kind).toBe("too-large");
    expect(new TextDecoder().decode((await fetch({ url: `${site.url}/fits`, ...text })).response?.body)).toBe("fits");
  });

  it("looks at the type before the body", async () => {
    const fetch = await openFetch({ allowPrivate: true });
    site.set("/video", { type: "video/mp4", body: "x" });
    expect((await fetch({ url: `${site.url}/video`, accept: ["text/html", "application/pdf"] })).failure).toMatchObject(
      { kind: "wrong-type", message: "is video/mp4, expected text/html or application/pdf" },
    );
  });

  it("gives up after its time, also in the middle of a body", async () => {
    const fetch = await openFetch({ allowPrivate: true, limitMs: 300 });
    site.server.prependOnceListener("request", () => undefined);
    const { createServer } = await import("node:http");
    const slow = createServer(
      (_, response) => void response.writeHead(200, { "content-type": "text/plain" }).write("begin"),
    );
    await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
    const { port } = slow.address() as { port: number };
    expect((await fetch({ url: `http://127.0.0.1:${port}/`, ...text })).failure?.kind).toBe("timeout");
    slow.closeAllConnections();
    slow.close();
  });

  it("asks a host one thing at a time, says who it is, and comes back when told to", async () => {
    const fetch = await openFetch({ allowPrivate: true, contact: "me@example.org\r\nx: y" });
    site.busiest = 0;
    await Promise.all(Array.from({ length: 8 }, () => fetch({ url: `${site.url}/page`, ...text })));
    expect(site.busiest).toBe(1);
    const agents: (string | undefined)[] = [];
    let asked = 0;
    site.set("/busy", (request) => {
      agents.push(request.headers["user-agent"]);
      return asked++ === 0 ? { status: 429, headers: { "retry-after": "0" } } : { body: "now" };
    });
    expect((await fetch({ url: `${site.url}/busy`, ...text })).response?.status).toBe(200);
    expect(agents[0]).toMatch(
      /^dossier\/\d+\.\d+\.\d+\S* \(checks the sources of a report; mailto:me@example\.orgx:y\)$/,
    );
    site.set("/later", { status: 429, headers: { "retry-after": "3600" } });
    expect((await fetch({ url: `${site.url}/later`, ...text })).response?.status).toBe(429);
  });

  it("waits between two requests where that is asked for", async () => {
    const fetch = await openFetch({ allowPrivate: true });
    const begun = performance.now();
    for (let at = 0; at < 3; at += 1) await fetch({ url: `${site.url}/page`, gap: 60, ...text });
    expect(performance.now() - begun).toBeGreaterThan(115);
  });

  it("says in words what went wrong", async () => {
    const fetch = await openFetch({ allowPrivate: true });
    expect((await fetch({ url: "http://127.0.0.1:65431/", ...text })).failure).toMatchObject({
      kind: "unreachable",
      message: expect.stringContaining("ECONNREFUSED"),
    });
    expect((await fetch({ url: "http://no-such-host.invalid/", ...text })).failure?.kind).toBe("unreachable");
  });
});
