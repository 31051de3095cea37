/** Gets pages: http and https only, public addresses only, few redirects, bounded in bytes and time, one request a host at a time. */
import type { LookupFunction } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { Fetch, FetchFailure, FetchOutcome, FetchRequest, FetchSettings } from "../core/fetch.ts";
import { HostQueue } from "./host-queue.ts";
import { assertPublicHost, PrivateAddressError, publicLookup } from "./public-address.ts";

declare const DOSSIER_VERSION: string | undefined;

export interface FetchMeans extends FetchSettings {
  /** Whom a site may write to, an e-mail address; part of the User-Agent. */
  readonly contact?: string;
  /** The system's, unless a test has another. */
  readonly lookup?: LookupFunction;
  /** Which addresses count as public; a test may call one of its own public. */
  readonly isPublic?: (address: string) => boolean;
  readonly limitMs?: number;
  readonly limitBytes?: number;
}

const mostRedirects = 5;
/** A server that asks for more patience is asked another day. */
const longestRetrySeconds = 30;

/** See Fetch in core. Connections are kept for the process's life and do not keep it alive. */
export async function openFetch(means: FetchMeans = {}): Promise<Fetch> {
  const { Agent, buildConnector, fetch } = await import("undici");
  const { allowPrivate = false, limitMs = 15_000, limitBytes = 10_000_000, lookup, isPublic } = means;
  const connect = buildConnector({
    timeout: limitMs,
    ...(allowPrivate ? (lookup ? { lookup } : {}) : { lookup: publicLookup(lookup, isPublic) }),
  });
  const dispatcher = new Agent({
    connect: (options, callback) => {
      try {
        if (!allowPrivate) assertPublicHost(options.hostname, isPublic);
        connect(options, callback);
      } catch (error) {
        callback(error as Error, null);
      }
    },
    keepAliveTimeout: 1000,
  });
  const queue = new HostQueue();
  const headers = { "user-agent": userAgent(means.contact), "accept-language": "en, *;q=0.5" };

  async function once(request: FetchRequest): Promise<FetchOutcome & { retryAfter?: number }> {
    let url = request.url;
    let permanent = true;
    const signal = AbortSignal.timeout(limitMs);
    try {
      for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
        const accept = request.accept.join(", ");
        const response = await fetch(url, {
          dispatcher,
          signal,
          redirect: "manual",
          headers: { ...headers, accept, ...request.headers },
        });
        const location = response.headers.get("location");
        if (response.status >= 300 && response.status < 400 && location !== null) {
          await response.body?.cancel();
          const next = URL.canParse(location, url) ? new URL(location, url) : undefined;
          if (!next || !/^https?:$/.test(next.protocol))
            return failed("refused", "redirects to what is no web address");
          // Nobody's name and password are sent on.
          next.username = "";
          next.password = "";
          permanent &&= response.status === 301 || response.status === 308;
          url = next.href;
          continue;
        }
        const [type = "", charset] = mediaType(response.headers.get("content-type") ?? "");
        const body = await bodyOf(response, type, request.accept, limitBytes);
        if (!(body instanceof Uint8Array)) return { failure: body };
        const etag = response.headers.get("etag") ?? undefined;
        const modified = response.headers.get("last-modified") ?? undefined;
        const found = {
          status: response.status,
          url,
          permanent,
          type,
          body,
          ...(charset ? { charset } : {}),
          ...(etag ? { etag } : {}),
          ...(modified ? { modified } : {}),
        };
        return { response: found, retryAfter: retrySeconds(response.status, response.headers.get("retry-after")) };
      }
      return failed("redirects", `redirects more than ${mostRedirects} times`);
    } catch (error) {
      return { failure: explain(error, limitMs) };
    }
  }

  return async (request) => {
    const host = /^https?:\/\//i.test(request.url) && URL.canParse(request.url) ? new URL(request.url).host : undefined;
    if (host === undefined) return failed("refused", "is no http or https address");
    return queue.run(host, request.gap ?? 0, async () => {
      const { retryAfter, ...first } = await once(request);
      if (retryAfter === undefined) return first;
      await wait(retryAfter * 1000);
      const { retryAfter: _, ...second } = await once(request);
      return second;
    });
  };
}

const failed = (kind: FetchFailure["kind"], message: string): { failure: FetchFailure } => ({
  failure: { kind, message },
});

function userAgent(contact: string | undefined): string {
  const version = typeof DOSSIER_VERSION === "string" ? DOSSIER_VERSION : "0.0.0-dev";
  const safe = contact?.replace(/[^\w.@:/+~-]/g, "");
  return `dossier/${version} (checks the sources of a report${safe ? `; ${safe.includes("@") ? "mailto:" : ""}${safe}` : ""})`;
}

function mediaType(header: string): [type: string, charset?: string] {
  const [type = "", ...parameters] = header
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const charset = parameters
    .find((parameter) => parameter.startsWith("charset="))
    ?.slice(8)
    .replace(/["']/g, "");
  return charset ? [type, charset] : [type];
}

/** Reads the body while counting what it decodes to. */
async function bodyOf(
  response: Pick<import("undici").Response, "ok" | "body">,
  type: string,
  accept: readonly string[],
  limitBytes: number,
): Promise<Uint8Array | FetchFailure> {
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    return new Uint8Array();
  }
  if (
    !accept.some(
      (pattern) =>
        pattern === type || pattern === "*/*" || (pattern.endsWith("/*") && type.startsWith(pattern.slice(0, -1))),
    )
  ) {
    await response.body.cancel();
    return { kind: "wrong-type", message: `is ${type || "of no said type"}, expected ${accept.join(" or ")}` };
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > limitBytes) return { kind: "too-large", message: `is larger than ${Math.round(limitBytes / 1e6)} MB` };
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, length));
}

/** The seconds that the server asks to wait, when that is short. */
function retrySeconds(status: number, header: string | null): number | undefined {
  if ((status !== 429 && status !== 503) || header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return seconds >= 0 && seconds <= longestRetrySeconds ? seconds : undefined;
}

function explain(error: unknown, limitMs: number): FetchFailure {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = "code" in cause ? String(cause.code) : "";
    if (cause instanceof PrivateAddressError) return { kind: "refused", message: `was refused: ${cause.message}` };
    if (cause.name === "TimeoutError" || /TIMEOUT|ETIMEDOUT/.test(code))
      return { kind: "timeout", message: `did not answer within ${limitMs / 1000} s` };
    if (code === "ENOTFOUND" || code === "EAI_AGAIN")
      return { kind: "unreachable", message: "can't be reached: its name is not known (is there a network?)" };
    if (/^E[A-Z]+$|^ERR_|^CERT_|^UND_ERR|_CERT|SELF_SIGNED/.test(code))
      return { kind: "unreachable", message: `can't be reached (${code})` };
  }
  const root = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return {
    kind: "unreachable",
    message: `can't be read (${root instanceof Error ? root.message.slice(0, 100) : "no reason given"})`,
  };
}
