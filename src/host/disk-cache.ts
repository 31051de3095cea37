/** The cache as one file a kind below `output/.cache/`, read when first asked for and rewritten once at the end. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Cache } from "../core/host.ts";
import type { DiskFiles } from "./disk-files.ts";
import { temporary } from "./temporary.ts";

const folder = "output/.cache";

/** Entries that no run of the last while asked for are dropped when a pack grows past this many times what is in use. */
const slack = 4;

/** The last line of a pack; one without it lost its end when the machine stopped. */
const whole = "end\n";

interface Pack {
  readonly values: Map<string, string>;
  readonly used: Set<string>;
  changed: boolean;
}

export class DiskCache implements Cache {
  readonly #packs = new Map<string, Pack>();

  constructor(readonly files: DiskFiles) {}

  get(kind: string, key: string): string | undefined {
    const pack = this.#pack(kind);
    const value = pack.values.get(key);
    if (value !== undefined) pack.used.add(key);
    return value === undefined ? undefined : decode(value);
  }

  set(kind: string, key: string, value: string): void {
    const pack = this.#pack(kind);
    pack.values.set(key, encode(value));
    pack.used.add(key);
    pack.changed = true;
  }

  /** Writes what was added; a cache that can't be written costs only time. */
  flush(): void {
    for (const [kind, pack] of this.#packs) {
      if (!pack.changed) continue;
      const crowded = pack.values.size > pack.used.size * slack;
      const kept = [...pack.values].filter(([key]) => !crowded || pack.used.has(key));
      const text = kept.map(([key, value]) => `${key}\t${value}\n`).join("");
      this.#replace(`${folder}/${kind}.tsv`, text + whole);
      pack.changed = false;
    }
  }

  /** Other than with files that somebody wrote, nobody waits here until the disk has it. */
  #replace(path: string, text: string): void {
    let written: string | undefined;
    try {
      const target = this.files.writable(path);
      mkdirSync(dirname(target), { recursive: true });
      written = temporary(target);
      writeFileSync(written, text);
      renameSync(written, target);
    } catch {
      // Without a cache the next run takes longer; half of one only takes room.
      if (written) rmSync(written, { force: true });
    }
  }

  #pack(kind: string): Pack {
    const open = this.#packs.get(kind);
    if (open) return open;
    const bytes = this.files.read(`${folder}/${kind}.tsv`);
    const text = bytes ? textOf(bytes) : "";
    const values = new Map<string, string>();
    for (const line of text.endsWith(whole) ? text.split("\n") : []) {
      const tab = line.indexOf("\t");
      if (tab > 0) values.set(line.slice(0, tab), line.slice(tab + 1));
    }
    const pack = { values, used: new Set<string>(), changed: false };
    this.#packs.set(kind, pack);
    return pack;
  }
}

/** Four times as fast as a TextDecoder on megabytes. */
const textOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();

/** A value stands on one line: `=` before text as it is, `"` before a JSON string. */
const encode = (value: string) => (/[\n\r]/.test(value) ? JSON.stringify(value) : `=${value}`);

/** Nothing for a value that somebody damaged: it is worked out again. */
function decode(line: string): string | undefined {
  if (line.startsWith("=")) return line.slice(1);
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
