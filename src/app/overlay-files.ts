/** A project with some files that are not written yet: for looking at what would be, before it is. */
import type { Files } from "../core/host.ts";

export class OverlayFiles implements Files {
  readonly #over = new Map<string, Uint8Array>();

  constructor(
    readonly under: Files,
    files: Readonly<Record<string, string>>,
  ) {
    for (const [path, text] of Object.entries(files)) this.#over.set(path, new TextEncoder().encode(text));
  }

  get root(): string {
    return this.under.root;
  }

  list(folder: string): string[] {
    const own = [...this.#over.keys()].filter((path) => path.startsWith(`${folder}/`));
    return [...new Set([...this.under.list(folder), ...own])].sort();
  }

  read(path: string): Uint8Array | undefined {
    return this.#over.get(path) ?? this.under.read(path);
  }

  async write(path: string, data: string | Uint8Array): Promise<void> {
    this.#over.set(path, typeof data === "string" ? new TextEncoder().encode(data) : data);
  }

  async create(path: string, data: string): Promise<boolean> {
    if (this.read(path)) return false;
    await this.write(path, data);
    return true;
  }

  async remove(): Promise<void> {
    throw new Error("An overlay removes nothing.");
  }

  async update(path: string, change: (bytes: Uint8Array | undefined) => string | undefined): Promise<void> {
    const text = change(this.read(path));
    if (text !== undefined) await this.write(path, text);
  }
}
