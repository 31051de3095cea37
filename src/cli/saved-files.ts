/** The saved copies that a map names, read from beside the map. */
import { dirname, resolve } from "node:path";
import { UserError } from "../core/user-error.ts";
import { typeOfName } from "../evidence/media-type.ts";
import type { PageFile } from "../evidence/readings.ts";
import { readGiven } from "../host/given-file.ts";
import { parseYaml } from "../load/yaml.ts";

/** Throws UserError for a map that is none, and for a file that is not there. */
export async function savedFiles(path: string): Promise<Map<string, PageFile>> {
  const { value, issues } = parseYaml(new TextDecoder().decode(await readGiven(path, process.stdin)));
  const entries = value !== null && typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : [];
  if (issues.length > 0 || entries.length === 0 || entries.some(([, file]) => typeof file !== "string"))
    throw new UserError(`${path} is no map of saved copies.`, "Write a line `<address or key>: <file>` for each.");
  const folder = path === "-" ? "." : dirname(path);
  const saved = new Map<string, PageFile>();
  for (const [name, file] of entries as [string, string][])
    saved.set(name, { type: typeOfName(file), body: await readGiven(resolve(folder, file), process.stdin) });
  return saved;
}
