/** Files in memory: for examples, dry runs and tests. */
import type { Cache, Files } from "../core/host.ts";

export class MemoryFiles implements Files {
  readonly root = "/memory";
  readonly #files = new Map<string, Uint8Array>();

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, data] of Object.entries(files)) this.#files.set(path, bytes(data));
  }

  list(folder: string): string[] {
    return [...this.#files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort();
  }

  read(path: string): Uint8Array | undefined {
    return this.#files.get(path);
  }

  async write(path: string, data: string | Uint8Array): Promise<void> {
    this.#files.set(path, bytes(data));
  }

  async create(path: string, data: string): Promise<boolean> {
    if (this.#files.has(path)) return false;
    this.#files.set(path, bytes(data));
    return true;
  }

  async remove(path: string): Promise<void> {
    this.#files.delete(path);
  }

  async update(path: string, change: (bytes: Uint8Array | undefined) => string | undefined): Promise<void> {
    const text = change(this.#files.get(path));
    if (text !== undefined) this.#files.set(path, bytes(text));
  }
}

export class MemoryCache implements Cache {
  readonly #values = new Map<string, string>();

  get(kind: string, key: string): string | undefined {
    return this.#values.get(`${kind}/${key}`);
  }

  set(kind: string, key: string, value: string): void {
    this.#values.set(`${kind}/${key}`, value);
  }
}

const bytes = (data: string | Uint8Array) => (typeof data === "string" ? new TextEncoder().encode(data) : data);
