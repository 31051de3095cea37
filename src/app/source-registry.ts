/** The sources that are registered, and the one way to add to them: a file that must not exist yet. */
import { DuplicateIndex } from "../cite/duplicates.ts";
import { sourceKey } from "../cite/key.ts";
import { sourceText } from "../cite/source-file.ts";
import type { Host } from "../core/host.ts";
import { didYouMean } from "../core/suggest.ts";
import { validate } from "../load/validate.ts";
import { workspace } from "../load/workspace.ts";
import { questionsOf } from "../model/dossier.ts";
import { type Source, source } from "../model/source.ts";
import { loadDossier } from "./load-dossier.ts";

export type Registered =
  | {
      readonly kind: "added";
      readonly key: string;
      readonly path: string;
      readonly record: Partial<Source>;
      readonly text: string;
    }
  | { readonly kind: "duplicate"; readonly existing: string; readonly reason: string }
  | { readonly kind: "refused"; readonly message: string; readonly hint: string };

export interface RegisterOptions {
  /** Instead of the generated one. */
  readonly key?: string;
  readonly allowDuplicate?: boolean;
  readonly dryRun?: boolean;
}

const folder = `${workspace}/sources`;

export class SourceRegistry {
  private constructor(
    readonly host: Pick<Host, "files" | "cache">,
    readonly index: DuplicateIndex,
    readonly keys: Set<string>,
    readonly questions: readonly string[],
  ) {}

  static async open(host: Pick<Host, "files" | "cache">): Promise<SourceRegistry> {
    const dossier = await loadDossier(host);
    const sources = [...dossier.sources.values()].map(({ id, data }) => [id, data] as const);
    const questions = questionsOf(dossier.config.data).map(({ id }) => id);
    return new SourceRegistry(host, new DuplicateIndex(sources), keysIn(host.files), questions);
  }

  /** The registered source that has the same identifier, or is too alike. */
  duplicateOf(record: Partial<Source>): Extract<Registered, { kind: "duplicate" }> | undefined {
    const found = this.index.find(record);
    return found && { kind: "duplicate", existing: found.key, reason: found.reason };
  }

  async register(record: Partial<Source>, { key, allowDuplicate, dryRun }: RegisterOptions = {}): Promise<Registered> {
    const duplicate = allowDuplicate ? undefined : this.duplicateOf(record);
    if (duplicate) return duplicate;
    if (key !== undefined && !/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(key))
      return {
        kind: "refused",
        message: `Unexpected --key “${key}”`,
        hint: "Use lower-case letters and digits, joined by `-`.",
      };
    if (key !== undefined && this.keys.has(key))
      return { kind: "refused", message: `The key “${key}” is taken`, hint: "Choose another --key." };
    const refused = unfit(record) ?? this.#unasked(record);
    if (refused) return refused;
    const text = sourceText(record);
    for (;;) {
      const chosen = key ?? sourceKey(record, this.keys);
      const path = `${folder}/${chosen}.yaml`;
      // Known before it is written, so that the next one can be judged meanwhile.
      this.keys.add(chosen);
      this.index.add(chosen, record);
      if (dryRun || (await this.host.files.create(path, text)))
        return { kind: "added", key: chosen, path, record, text };
      // Somebody else made the file since we looked: it may be the same source.
      const other = await SourceRegistry.open(this.host);
      const twin = allowDuplicate ? undefined : other.duplicateOf(record);
      if (twin) return twin;
      if (key !== undefined)
        return { kind: "refused", message: `The key “${key}” is taken`, hint: "Choose another --key." };
      for (const taken of other.keys) this.keys.add(taken);
    }
  }

  #unasked({ questions = [] }: Partial<Source>): Extract<Registered, { kind: "refused" }> | undefined {
    const unknown = questions.find((id) => !this.questions.includes(id));
    return unknown === undefined
      ? undefined
      : {
          kind: "refused",
          message: `Unexpected question “${unknown}”, expected one of ${workspace}/dossier.yaml`,
          hint: didYouMean(unknown, this.questions) ?? `Questions: ${this.questions.join(", ")}.`,
        };
  }
}

/** Also the keys of files that can't be read. */
const keysIn = (files: Host["files"]): Set<string> =>
  new Set(
    files
      .list(folder)
      .flatMap((path) => (path.endsWith(".yaml") ? [path.slice(folder.length + 1, -".yaml".length)] : [])),
  );

/** Nothing is written that the loader would complain about. It reads scalars as text, so numbers are judged as text. */
function unfit(record: Partial<Source>): Extract<Registered, { kind: "refused" }> | undefined {
  const read = record.facts
    ? JSON.parse(JSON.stringify(record), (_, value) => (typeof value === "number" ? String(value) : value))
    : record;
  const [issue] = validate(source, read).issues;
  return issue && { kind: "refused", message: issue.message, hint: issue.hint ?? "Give the right value as an option." };
}
