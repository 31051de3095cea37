/** The project's files on disk: nothing outside its folder is read or written, nothing in `.git` is written, and nothing is half written. */
import {
  chmodSync,
  constants,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Files } from "../core/host.ts";
import { UserError } from "../core/user-error.ts";
import { refusal } from "./disk-error.ts";
import { temporary } from "./temporary.ts";

/** Flags that open a file unless it is a symbolic link; Windows has none such. */
const notFollowing = constants.O_NOFOLLOW === undefined ? undefined : constants.O_RDONLY | constants.O_NOFOLLOW;

export class DiskFiles implements Files {
  readonly root: string;
  /** Folders with their symbolic links resolved, by path; looked up anew after each listing. */
  readonly #folders = new Map<string, string>();

  constructor(root: string) {
    this.root = realpathSync(root);
  }

  list(folder: string): string[] {
    const paths: string[] = [];
    const walk = (inside: string) => {
      for (const entry of this.#entries(inside)) {
        const path = `${inside}/${entry.name}`;
        if (entry.isDirectory()) walk(path);
        else if (entry.isFile()) paths.push(path);
      }
    };
    this.#folders.clear();
    walk(folder);
    return paths.sort();
  }

  read(path: string): Uint8Array | undefined {
    try {
      return this.#readIn(path) ?? readFileSync(this.inside(path));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw refusal(path, "read", error);
    }
  }

  #entries(folder: string) {
    try {
      return readdirSync(join(this.root, folder), { withFileTypes: true });
    } catch (error) {
      if (isMissing(error)) return [];
      throw refusal(folder, "read", error);
    }
  }

  /** Reads a file that is no symbolic link: its folder is resolved once, and the system refuses the link. */
  #readIn(path: string): Uint8Array | undefined {
    const slash = path.lastIndexOf("/");
    const name = path.slice(slash + 1);
    if (slash < 1 || notFollowing === undefined || name === "" || name === "." || name === "..") return undefined;
    const folder = path.slice(0, slash);
    const real = this.#folders.get(folder) ?? this.inside(folder, path);
    try {
      const bytes = readFileSync(`${real}/${name}`, { flag: notFollowing as unknown as string });
      this.#folders.set(folder, real);
      return bytes;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ELOOP") return undefined;
      throw error;
    }
  }

  async write(path: string, data: string | Uint8Array): Promise<void> {
    await writing(path, () => replace(this.writable(path), data));
  }

  async create(path: string, data: string): Promise<boolean> {
    return writing(path, () => place(this.#newPlace(path), data));
  }

  /** The absolute path of a file that is to be made; its folder is resolved once. */
  #newPlace(path: string): string {
    const folder = dirname(path);
    const real = this.#folders.get(folder) ?? this.inside(folder, path);
    const target = this.#outOfRepository(join(real, basename(path)), path);
    if (!this.#folders.has(folder)) mkdirSync(real, { recursive: true });
    this.#folders.set(folder, real);
    return target;
  }

  async remove(path: string): Promise<void> {
    await writing(path, () => rmSync(this.writable(path), { force: true }));
  }

  async update(path: string, change: (bytes: Uint8Array | undefined) => string | undefined): Promise<void> {
    const { exclusively } = await import("./exclusive.ts");
    const lock = `output/.cache/locks/${path.replaceAll("/", "!")}`;
    this.writable(path);
    await writing(lock, () =>
      exclusively(this.inside(lock), async () => {
        const text = change(this.read(path));
        if (text !== undefined) await this.write(path, text);
      }),
    );
  }

  /** As `inside`, for a file that is to be written or removed; refuses what steers version control, too. */
  writable(path: string): string {
    return this.#outOfRepository(this.inside(path), path);
  }

  #outOfRepository(target: string, path: string): string {
    if (!relative(this.root, target).split(sep).some(isRepository)) return target;
    throw new UserError(
      `The path ${path} leads into a folder of version control, where a file can be a program that runs.`,
      "Choose a path outside of it, such as docs/report.md.",
    );
  }

  /** The absolute path, with the symbolic links of its existing part resolved; refuses what lies outside the project, as `named`. */
  inside(path: string, named = path): string {
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
    throw new UserError(`The path ${named} leads out of the project.`, "Use a path inside the project folder.");
  }
}

/** `.git` and its like; a clone can't bring them along. Some disks ignore case, invisible characters, or dots and blanks at the end. */
const isRepository = (folder: string) =>
  /^(?:\.(?:git|hg|svn|bzr|jj)|git~\d+)[. ]*(?::.*)?$/i.test(folder.replace(/\p{Cf}/gu, ""));

/** What the system refuses meanwhile is told with the path. */
async function writing<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusal(path, "written", error);
  }
}

function replace(target: string, data: string | Uint8Array): void {
  mkdirSync(dirname(target), { recursive: true });
  const whole = temporary(target);
  try {
    // On the disk before it gets the name, so that a power cut leaves the old file or the new one.
    writeFileSync(whole, data, { flag: "wx", flush: true });
    const mode = statSync(target, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined) chmodSync(whole, mode);
    renameSync(whole, target);
  } catch (error) {
    rmSync(whole, { force: true });
    throw error;
  }
}

/** A hard link is made whole or not at all, and fails where the name is taken. */
function place(target: string, data: string): boolean {
  const whole = temporary(target);
  try {
    writeFileSync(whole, data, { flag: "wx" });
    linkSync(whole, target);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(whole, { force: true });
  }
}

const isMissing = (error: unknown) =>
  error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
