/** Work that a clock can stop: in another thread or another process, where an endless loop harms nobody. */

/** What became of it: hanging, dying and throwing are outcomes, not exceptions. */
export type Outcome =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "error"; readonly message: string }
  | { readonly kind: "timeout" }
  | { readonly kind: "crash" };

export interface Isolate {
  /**
   * Hands a question (plain data) to the isolate and brings its answer back, one after the other: the clock of each starts when the one
   * before it is answered. After a timeout or crash the isolate is of no more use.
   */
  ask(question: unknown, limitMs: number): Promise<Outcome>;
  close(): Promise<void>;
}

/**
 * Starts one with the text of a CommonJS function body that returns (or promises) a function from question to answer; in it, `load(name)`
 * imports one of the named packages, and `loadCommonJs(name)` gives a large one of that kind at once, since an import searches its text
 * for names first.
 */
export type OpenIsolate = (body: string, packages: readonly string[]) => Isolate;
