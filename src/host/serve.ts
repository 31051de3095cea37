/**
 * One page on this machine's own address and a stream of events to it; serves no file. A request under a foreign name
 * (DNS rebinding), from a foreign page, or without the token of this run is refused.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { UserError } from "../core/user-error.ts";

export interface Served {
  /** `http://127.0.0.1:<port>/` */
  readonly address: string;
  /** Sends a change as JSON to every open page, and to a page that was asked for before it as soon as it listens. */
  change(name: string, data: unknown): void;
  /** Sends a state as JSON to every open page; those that open later hear the last one. */
  state(name: string, data: unknown): void;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Tried first; the next ones follow when it is taken. 0 takes any. */
  readonly port: number;
  /** The page that holds the first so many changes: its stream asks for those after them. */
  readonly page: (changes: number) => string | undefined;
}

const attempts = 20;
/** Changes that are remembered for pages that do not listen yet; one that missed more is loaded anew. */
const remembered = 50;
const address = "127.0.0.1";

/** A new path for the events of one run, which nobody can guess. */
export const newEventsPath = (): string => `/events/${randomBytes(24).toString("base64url")}`;

/** Throws UserError when none of the ports is free. */
export async function serve({ port, page }: ServeOptions, events: string): Promise<Served> {
  const open = new Set<ServerResponse>();
  const states = new Map<string, string>();
  const changes: string[] = [];
  let count = 0;
  let own: readonly string[] = [];

  const missed = (after: number): readonly string[] => {
    if (!(after < count)) return [];
    return count - after > changes.length ? ["event: page\ndata: {}\n\n"] : changes.slice(after - count);
  };

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const [path = "", query] = (request.url ?? "").split("?");
    if (!own.includes(request.headers.host ?? "") || !isOwnPage(request, own))
      return end(response, 403, "This preview answers only to its own address.");
    if (request.method !== "GET") return end(response, 405, "Only GET is answered.");
    if (path === "/") {
      const html = page(count);
      return html === undefined
        ? end(response, 503, "There is no page yet: see the findings in the terminal.")
        : end(response, 200, html, "text/html; charset=utf-8");
    }
    if (!sameText(path, events))
      return end(response, path.startsWith("/events/") ? 403 : 404, "There is nothing here.");
    response.writeHead(200, { ...headers, "Content-Type": "text/event-stream" });
    response.write("retry: 500\n\n");
    // A stream that was cut says itself what it heard last.
    const heard = request.headers["last-event-id"] ?? new URLSearchParams(query).get("after");
    for (const message of [...missed(Number(heard ?? Number.NaN)), ...states.values()]) response.write(message);
    open.add(response);
    response.on("close", () => open.delete(response));
    return undefined;
  };
  const server = createServer(answer);
  // WebSockets are not spoken here.
  server.on("upgrade", (_request, socket) => socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n"));
  const taken = await listen(server, port);
  own = [`${address}:${taken}`, `localhost:${taken}`];
  return {
    address: `http://${address}:${taken}/`,
    change(name, data) {
      const message = `id: ${++count}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
      changes.push(message);
      if (changes.length > remembered) changes.shift();
      for (const response of open) response.write(message);
    },
    state(name, data) {
      const message = `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
      states.set(name, message);
      for (const response of open) response.write(message);
    },
    close: () =>
      new Promise((resolve) => {
        for (const response of open) response.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: ReturnType<typeof createServer>, first: number): Promise<number> {
  for (let port = first; port < first + attempts; port++) {
    const failed = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once("error", resolve);
      server.listen(port, address, () => {
        server.removeListener("error", resolve);
        resolve(undefined);
      });
    });
    if (!failed) return (server.address() as AddressInfo).port;
    if (failed.code !== "EADDRINUSE" && failed.code !== "EACCES") throw failed;
  }
  throw new UserError(`The ports ${first} to ${first + attempts - 1} are all taken.`, "Choose another with --port.", 3);
}

/** A browser says where a request comes from; what says nothing is no browser or a typed address. */
function isOwnPage({ headers: { origin, "sec-fetch-site": site } }: IncomingMessage, own: readonly string[]): boolean {
  if (origin !== undefined && !own.some((host) => origin === `http://${host}`)) return false;
  return site === undefined || site === "same-origin" || site === "none";
}

const headers = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
} as const;

function end(response: ServerResponse, status: number, body: string, type = "text/plain; charset=utf-8"): void {
  response.writeHead(status, { ...headers, "Content-Type": type }).end(body);
}

function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
