/** Files that a user names on the command line; they may lie outside the project, and `-` is what is piped in. */
import { open } from "node:fs/promises";
import { UserError } from "../core/user-error.ts";

const largest = 100_000_000;

/** The bytes of a file or of stdin. Throws UserError when there is none, or too much of it. */
export async function readGiven(path: string, stdin: NodeJS.ReadableStream & { isTTY?: boolean }): Promise<Uint8Array> {
  if (path === "-") return readAll(stdin, "standard input");
  const file = await open(path).catch(() => undefined);
  if (!file) throw new UserError(`There is no file ${path}.`);
  try {
    const { size } = await file.stat();
    if (size > largest) throw new UserError(`${path} is larger than ${largest / 1e6} MB.`, "Split it.");
    return new Uint8Array(await file.readFile());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EISDIR")
      throw new UserError(`${path} is a folder, expected a file.`);
    throw error;
  } finally {
    await file.close();
  }
}

async function readAll(stream: AsyncIterable<Buffer | string>, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > largest) throw new UserError(`More than ${largest / 1e6} MB on ${name}.`, "Split it.");
  }
  return new Uint8Array(Buffer.concat(chunks));
}
