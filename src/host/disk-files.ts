/** The project's files on disk: nothing outside its folder is read or written, and nothing is half written. */
import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Files } from "../core/host.ts";
import { UserError } from "../core/user-error.ts";

export class DiskFiles implements Files {
  readonly root: string;

  constructor(root: string) {
    this.root = realpathSync(root);
  }

  list(folder: string): string[] {
    const paths: string[] = [];
    const walk = (inside: string) => {
      for (const entry of entriesOf(join(this.root, inside))) {
        const path = `${inside}/${entry.name}`;
        if (entry.isDirectory()) walk(path);
        else if (entry.isFile()) paths.push(path);
      }
    };
    walk(folder);
    return paths.sort();
  }

  read(path: string): Uint8Array | undefined {
    try {
      return readFileSync(this.inside(path));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async write(path: string, data: string | Uint8Array): Promise<void> {
    const target = this.inside(path);
    mkdirSync(dirname(target), { recursive: true });
    const { default: writeFileAtomic } = await import("write-file-atomic");
    await writeFileAtomic(target, typeof data === "string" ? data : Buffer.from(data));
  }

  /** A hard link is made whole or not at all, and fails where the name is taken. */
  async create(path: string, data: string): Promise<boolean> {
    const target = this.inside(path);
    mkdirSync(dirname(target), { recursive: true });
    const temporary = `${target}.${randomUUID()}.tmp`;
    writeFileSync(temporary, data, { flag: "wx" });
    try {
      linkSync(temporary, target);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
      throw error;
    } finally {
      unlinkSync(temporary);
    }
  }

  async remove(path: string): Promise<void> {
    rmSync(this.inside(path), { force: true });
  }

  async update(path: string, change: (bytes: Uint8Array | undefined) => string | undefined): Promise<void> {
    const { exclusively } = await import("./exclusive.ts");
    await exclusively(this.inside(`output/.cache/locks/${path.replaceAll("/", "!")}`), async () => {
      const text = change(this.read(path));
      if (text !== undefined) await this.write(path, text);
    });
  }

  /** The absolute path, with the symbolic links of its existing part resolved; refuses what lies outside the project. */
  inside(path: string): string {
    const target = resolve(this.root, path);
    let existing = target;
    for (;;) {
      try {
        const real = join(realpathSync(existing), relative(existing, target));
        if (real === this.root || real.startsWith(this.root + sep)) return real;
        break;
      } catch (error) {
        if (!isMissing(error)) throw error;
        existing = dirname(existing);
      }
    }
    throw new UserError(`The path ${path} leads out of the project.`, "Use a path inside the project folder.");
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

const isMissing = (error: unknown) =>
  error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
