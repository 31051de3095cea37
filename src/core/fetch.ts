/** The network as the program sees it: one polite, bounded way to get a page; `host/` has the real one. */

export interface FetchRequest {
  readonly url: string;
  /** Media types that are read, `text/*` included; what has another is refused before its body is read. */
  readonly accept: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds between two requests to the same host, where it asks for more than one at a time. */
  readonly gap?: number;
}

export interface Fetched {
  readonly status: number;
  /** Where the redirects led. */
  readonly url: string;
  /** Every redirect on the way said that it is for good (301, 308). */
  readonly permanent: boolean;
  /** Media type in lower case, without parameters; empty when none was sent. */
  readonly type: string;
  readonly charset?: string;
  /** Decoded; empty unless the status is one of success. */
  readonly body: Uint8Array;
  /** ETag or Last-Modified, to ask later whether it changed. */
  readonly etag?: string;
  readonly modified?: string;
  /** A copy from disk: no server gave this status. */
  readonly saved?: true;
}

export interface FetchFailure {
  /** `refused`: not allowed from here; `unreachable`: no such host or no connection; the others say what was exceeded. */
  readonly kind: "refused" | "unreachable" | "timeout" | "too-large" | "wrong-type" | "redirects";
  /** The end of the sentence “<address> …”. */
  readonly message: string;
}

export type FetchOutcome =
  | { readonly response: Fetched; readonly failure?: undefined }
  | { readonly failure: FetchFailure; readonly response?: undefined };

/** Never rejects: what went wrong is an outcome. */
export type Fetch = (request: FetchRequest) => Promise<FetchOutcome>;

export interface FetchSettings {
  /** Also private, loopback and link-local addresses. */
  readonly allowPrivate?: boolean;
}

export type OpenFetch = (settings: FetchSettings) => Promise<Fetch>;
