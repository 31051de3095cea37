/** A run whose inputs are those of an earlier run gives that run's result, without loading anything. */
import { digest, digestOfBytes } from "../core/digest.ts";
import type { Files, Host } from "../core/host.ts";
import type { Memory } from "../lint/answers.ts";
import { workspace } from "../load/workspace.ts";

/** Identifies this build of the program; the bundler fills it in, and without it nothing is remembered. */
declare const DOSSIER_BUILD: string | undefined;
const build = typeof DOSSIER_BUILD === "string" ? DOSSIER_BUILD : undefined;

/** Files beside the inputs that must be as they were: what was written, or a style from elsewhere in the project. */
export type Expected = Readonly<Record<string, string>>;

export interface Remembered<T> {
  readonly value: T;
  readonly expected: Expected;
  /** Nothing was computed, and the expected files are as they were. */
  readonly known?: boolean;
}

/** Where rules keep their answers; nowhere when this build can't be told from another. */
export const memoryOf = ({ cache }: Pick<Host, "cache">): Memory | undefined =>
  build === undefined ? undefined : { cache, build };

/** What `options` names must decide the result together with the files of the dossier and of the program. */
export async function remember<T>(
  host: Host,
  kind: string,
  options: unknown,
  compute: (host: Host) => Promise<Remembered<T>>,
): Promise<Remembered<T>> {
  if (build === undefined) return compute(host);
  const inputs = new Map<string, Uint8Array | undefined>();
  const key = inputsOf(host, JSON.stringify(options), inputs);
  const known = host.cache.get(kind, key);
  if (known !== undefined) {
    const { value, expected } = JSON.parse(known) as Remembered<T>;
    if (Object.entries(expected).every(([path, sha]) => fileDigest(host, path) === sha))
      return { value, expected, known: true };
  }
  const result = await compute({ ...host, files: reading(host.files, inputs) });
  host.cache.set(kind, key, JSON.stringify(result));
  return result;
}

/** Digest of a file's bytes, or of all files below a folder when the path ends with `/`; empty when there is none. */
export function fileDigest(host: Pick<Host, "files">, path: string): string {
  if (path.endsWith("/"))
    return digest(...host.files.list(path.slice(0, -1)).flatMap((file) => [file, fileDigest(host, file)]));
  const bytes = host.files.read(path);
  return bytes ? digestOfBytes(bytes) : "";
}

function inputsOf(host: Host, options: string, inputs: Map<string, Uint8Array | undefined>): string {
  const parts: string[] = [build as string, options, host.now().toISOString().slice(0, 10)];
  for (const folder of [workspace, "templates"])
    for (const path of host.files.list(folder)) {
      const bytes = host.files.read(path);
      inputs.set(path, bytes);
      parts.push(path, bytes ? digestOfBytes(bytes) : "");
    }
  return digest(...parts);
}

/** The files as they were when the key was made, so that a result belongs to its key, and each is read once. */
function reading(files: Files, inputs: ReadonlyMap<string, Uint8Array | undefined>): Files {
  return {
    root: files.root,
    list: (folder) =>
      folder === workspace ? [...inputs.keys()].filter((path) => path.startsWith(`${folder}/`)) : files.list(folder),
    read: (path) => (inputs.has(path) ? inputs.get(path) : files.read(path)),
    write: (path, data) => files.write(path, data),
    create: (path, data) => files.create(path, data),
    remove: (path) => files.remove(path),
    update: (path, change) => files.update(path, change),
  };
}
