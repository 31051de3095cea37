/** The table of the report's fixed words for its language: ours, and over it the project's own. */
import type { Host } from "../core/host.ts";
import { UserError } from "../core/user-error.ts";
import type { Wording } from "../core/wording.ts";
import type { Dossier } from "../model/dossier.ts";

/** Empty for English, and for a language without a table. Rejects with UserError for a table that is none. */
export async function readWording({ config }: Dossier, host: Pick<Host, "files" | "packaged">): Promise<Wording> {
  const { language = "en", templates } = config.data;
  const name = `wording/${language.slice(0, 2).toLowerCase()}.yaml`;
  const own = templates && `${templates.replace(/\/+$/, "")}/${name}`;
  return {
    ...(await tableOf(`templates/${name}`, host.packaged.read(`templates/${name}`))),
    ...(own ? await tableOf(own, host.files.read(own)) : {}),
  };
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
