/** The machine as the program sees it; `host/` has the real one, tests have others. */
import type { OpenBrowser } from "./browser.ts";
import type { OpenFetch } from "./fetch.ts";
import type { OpenIsolate } from "./isolate.ts";

export interface Files {
  /** Absolute path of the project; every other path is relative to it, with `/`. */
  readonly root: string;
  /** All files below a folder, sorted; none when the folder does not exist. Symbolic links are not followed. */
  list(folder: string): string[];
  /** The bytes of a file, or nothing when there is none. Throws UserError when the path leaves the project. */
  read(path: string): Uint8Array | undefined;
  /** Writes whole or not at all. */
  write(path: string, data: string | Uint8Array): Promise<void>;
  /** Creates a file that must not exist; false when it does. Whole or not at all. */
  create(path: string, data: string): Promise<boolean>;
  remove(path: string): Promise<void>;
  /**
   * Replaces a file by what `change` makes of its bytes; nobody else's update comes in between. Nothing is written when `change`
   * returns nothing.
   */
  update(path: string, change: (bytes: Uint8Array | undefined) => string | undefined): Promise<void>;
}

/** What was derived from content, by the digest of that content; losing it costs only time. */
export interface Cache {
  get(kind: string, key: string): string | undefined;
  set(kind: string, key: string, value: string): void;
}

/** Says on stderr what long work is doing; silent where stderr is no terminal. */
export interface Progress {
  step(message: string): void;
  done(): void;
}

export interface Host {
  readonly files: Files;
  readonly cache: Cache;
  readonly progress: Progress;
  /** The files that come with the program, such as its templates. */
  readonly packaged: Pick<Files, "list" | "read">;
  readonly openBrowser: OpenBrowser;
  readonly openIsolate: OpenIsolate;
  readonly openFetch: OpenFetch;
  /** The time of the run, or SOURCE_DATE_EPOCH when that is set. */
  now(): Date;
  /** An environment variable, if it is set and not empty. */
  env(name: string): string | undefined;
}
