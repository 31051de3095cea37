/** The table of the report's fixed words for its language: ours, and over it the project's own. */
import type { Host } from "../core/host.ts";
import { UserError } from "../core/user-error.ts";
import type { Wording } from "../core/wording.ts";
import type { Dossier } from "../model/dossier.ts";
import { templateFolder } from "./template-folder.ts";

/** Empty for English, and for a language without a table. Rejects with UserError for a table that is none. */
export async function readWording({ config }: Dossier, host: Pick<Host, "files" | "packaged">): Promise<Wording> {
  const { language = "en" } = config.data;
  const own = templateFolder(config.data);
  const tables: Wording[] = [];
  for (const tag of tagsOf(language)) {
    const ours = `templates/wording/${tag}.yaml`;
    tables.push(await tableOf(ours, host.packaged.read(ours)));
  }
  for (const tag of own ? tagsOf(language) : []) {
    const theirs = `${own}/wording/${tag}.yaml`;
    tables.push(await tableOf(theirs, host.files.read(theirs)));
  }
  return Object.assign({}, ...tables) as Wording;
}

/** A language, and over it what is spoken in one place: `pt`, then `pt-BR`. */
function tagsOf(tag: string): string[] {
  const [, language] = /^([a-z]{2,3})(?:-[a-z\d]{1,8})*$/i.exec(tag) ?? [];
  return language ? [...new Set([language.toLowerCase(), tag])] : [];
}

async function tableOf(path: string, bytes: Uint8Array | undefined): Promise<Wording> {
  if (!bytes) return {};
  const [{ parseYaml }, { soundText }] = await Promise.all([import("../load/yaml.ts"), import("../load/text.ts")]);
  const { value, issues } = parseYaml(soundText(path, bytes));
  if (
    issues.length === 0 &&
    value &&
    typeof value === "object" &&
    // An escape of YAML could spell the characters of marks.
    Object.values(value).every((words) => typeof words === "string" && !/[\uE000\uE001]/.test(words))
  )
    return value as Wording;
  throw new UserError(
    `${path} is no table of words: ${issues[0]?.message ?? "unexpected value that is no text"}.`,
    'Write one line for each: "English": "the same in your language".',
  );
}
