/** What rules said of an object before, as long as nothing that they looked at has changed. */
import { digest } from "../core/digest.ts";
import type { Cache } from "../core/host.ts";
import { type Entry, itemsIn } from "../model/entry.ts";
import type { FigureAccount } from "./accounting.ts";
import { digestOf, type Ground } from "./ground.ts";

/** The answers about one object. */
export interface Answers {
  /** How many things each rule examined, in the order of those for its kind; nothing of a rule that has to be asked again. */
  readonly counts: readonly (number | null)[];
  readonly figures: FigureAccount;
}

/** Where answers are kept, and by which build of the program they were given. */
export interface Memory {
  readonly cache: Cache;
  readonly build: string;
}

export class KeptAnswers {
  readonly #ground: string;

  /** `rules`: the ids of those that are asked. */
  constructor(
    readonly memory: Memory,
    readonly ground: Ground,
    readonly rules: readonly string[],
  ) {
    this.#ground = digest(memory.build, digestOf(ground), ...rules);
  }

  /** Those of the last run, if they still stand. */
  get(entry: Entry): Answers | undefined {
    const kept = this.memory.cache.get("answers", this.#name(entry));
    const key = this.#key(entry);
    return kept?.startsWith(key) ? JSON.parse(kept.slice(key.length)) : undefined;
  }

  set(entry: Entry, answers: Answers): void {
    this.memory.cache.set("answers", this.#name(entry), this.#key(entry) + JSON.stringify(answers));
  }

  /** Whoever asks no rules, as a preview's page does, keeps that apart. */
  #name = (entry: Entry) =>
    `${this.ground.standards.profile} ${this.rules.length > 0 ? "" : "none "}${entry.kind} ${entry.id}`;

  /** Of the object, of each source that it cites, and of the ground. */
  #key(entry: Entry): string {
    const cited = new Set(itemsIn(entry).map(({ key }) => key));
    const sources = [...cited].map((key) => this.ground.sources.get(key)?.digest ?? "");
    return digest(this.#ground, entry.digest, ...sources);
  }
}
