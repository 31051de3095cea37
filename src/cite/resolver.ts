/** What a resolver is: it asks one registry, or the page itself, what an identifier names. */
import type { Fetch, FetchOutcome, FetchRequest } from "../core/fetch.ts";
import type { Source } from "../model/source.ts";
import type { Identifier } from "./identifiers.ts";

/** CSL variables as `fromCsl` reads them, and what a record has beyond CSL. */
export interface Metadata {
  readonly item: Readonly<Record<string, unknown>>;
  readonly own?: Partial<Pick<Source, "archive" | "flags" | "organisation">>;
}

export type Resolution =
  | { readonly kind: "found"; readonly metadata: Metadata; readonly by: string }
  /** The registry answers that it has no such thing; another may. */
  | { readonly kind: "unknown"; readonly message: string }
  /** It could not be asked. */
  | { readonly kind: "failed"; readonly message: string };

export interface Asking {
  readonly fetch: Fetch;
  /** The base address of a resolver, without a final slash: its own, or the one that a setting gives. */
  readonly base: string;
}

export interface Resolver {
  /** Also the name of its setting: `open-library` is DOSSIER_OPEN_LIBRARY_URL. */
  readonly id: string;
  readonly title: string;
  /** Its service; nothing for a resolver that asks the address itself. */
  readonly base?: string;
  readonly accepts: (identifier: Identifier) => boolean;
  resolve(identifier: Identifier, asking: Asking): Promise<Resolution>;
}

/** The answer of a service, or why there is none as a resolution. */
export async function answerOf(
  who: string,
  fetch: Fetch,
  request: FetchRequest,
): Promise<{ text: string } | Exclude<Resolution, { kind: "found" }>> {
  const { response, failure } = await fetch(request);
  if (failure) return { kind: "failed", message: `${who} ${failure.message}` };
  if (response.status === 404 || response.status === 410)
    return { kind: "unknown", message: `${who} does not know it` };
  if (response.status < 200 || response.status >= 300) return { kind: "failed", message: statusMessage(who, response) };
  return { text: new TextDecoder().decode(response.body) };
}

/** The same for JSON; `what` says what is wrong with an answer that is none. */
export async function jsonOf(
  who: string,
  asking: Asking,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ json: Json } | Exclude<Resolution, { kind: "found" }>> {
  const answer = await answerOf(who, asking.fetch, {
    url: `${asking.base}${path}`,
    accept: ["application/json", "application/*", "text/*"],
    headers,
  });
  if (!("text" in answer)) return answer;
  try {
    return { json: asJson(JSON.parse(answer.text)) };
  } catch {
    return { kind: "failed", message: `${who} answered with what is no JSON` };
  }
}

export function statusMessage(who: string, { status }: NonNullable<FetchOutcome["response"]>): string {
  if (status === 401 || status === 402 || status === 403) return `${who} does not let programs in (status ${status})`;
  if (status === 429) return `${who} asks to come back later (status 429)`;
  return `${who} failed (status ${status})`;
}

/** Foreign JSON, read without trust: a missing or wrong value is nothing. */
export interface Json {
  at(...path: (string | number)[]): Json;
  readonly text: string | undefined;
  readonly list: readonly Json[];
  readonly keys: readonly string[];
  readonly value: unknown;
}

export function asJson(value: unknown): Json {
  return {
    value,
    at: (...path) =>
      asJson(
        path.reduce<unknown>(
          (inner, part) =>
            inner !== null && typeof inner === "object" && Object.hasOwn(inner, part)
              ? (inner as Record<string, unknown>)[part]
              : undefined,
          value,
        ),
      ),
    get text() {
      const said = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
      return said === "" ? undefined : said;
    },
    get list() {
      return Array.isArray(value) ? value.map(asJson) : [];
    },
    get keys() {
      return value !== null && typeof value === "object" ? Object.keys(value) : [];
    },
  };
}
