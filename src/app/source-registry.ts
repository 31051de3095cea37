/** The sources that are registered, and the one way to add to them: a file that must not exist yet. */
import { DuplicateIndex } from "../cite/duplicates.ts";
import { sourceKey } from "../cite/key.ts";
import { sourceText } from "../cite/source-file.ts";
import type { Host } from "../core/host.ts";
import { readFile } from "../load/file.ts";
import { workspace } from "../load/workspace.ts";
import { kinds } from "../model/kinds.ts";
import type { Source } from "../model/source.ts";
import { loadDossier } from "./load-dossier.ts";

export type Registered =
  | { readonly kind: "added"; readonly key: string; readonly path: string; readonly record: Partial<Source>; readonly text: string }
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
  ) {}

  static async open(host: Pick<Host, "files" | "cache">): Promise<SourceRegistry> {
    const dossier = await loadDossier(host);
    const sources = [...dossier.sources.values()].map(({ id, data }) => [id, data] as const);
    return new SourceRegistry(host, new DuplicateIndex(sources), keysIn(host.files));
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
      return { kind: "refused", message: `Unexpected --key “${key}”`, hint: "Use lower-case letters and digits, joined by `-`." };
    if (key !== undefined && this.keys.has(key)) return { kind: "refused", message: `The key “${key}” is taken`, hint: "Choose another --key." };
    const text = sourceText(record);
    const refused = unreadable(text);
    if (refused) return refused;
    for (;;) {
      const chosen = key ?? sourceKey(record, this.keys);
      const path = `${folder}/${chosen}.yaml`;
      const written = dryRun || (await this.host.files.create(path, text));
      this.keys.add(chosen);
      if (written) {
        this.index.add(chosen, record);
        return { kind: "added", key: chosen, path, record, text };
      }
      // Somebody else made the file since we looked: it may be the same source.
      const other = await SourceRegistry.open(this.host);
      const twin = allowDuplicate ? undefined : other.duplicateOf(record);
      if (twin) return twin;
      if (key !== undefined) return { kind: "refused", message: `The key “${key}” is taken`, hint: "Choose another --key." };
      for (const taken of other.keys) this.keys.add(taken);
    }
  }
}

/** Also the keys of files that can't be read. */
const keysIn = (files: Host["files"]): Set<string> =>
  new Set(files.list(folder).flatMap((path) => (path.endsWith(".yaml") ? [path.slice(folder.length + 1, -".yaml".length)] : [])));

const sourceKind = kinds.find(({ name }) => name === "source");

/** Nothing is written that the loader would complain about. */
function unreadable(text: string): Extract<Registered, { kind: "refused" }> | undefined {
  const [issue] = sourceKind ? readFile(sourceKind, text).issues : [];
  return issue && { kind: "refused", message: issue.message, hint: issue.hint ?? "Give the right value as an option." };
}
