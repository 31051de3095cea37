/** The templates of a report: those that come with the program, and the project's own of the same name in their place. */
import type { Host } from "../core/host.ts";
import { SourceText } from "../core/source-text.ts";
import { UserError } from "../core/user-error.ts";
import { soundText } from "../load/text.ts";
import type { Dossier } from "../model/dossier.ts";
import { templateFolder } from "./template-folder.ts";

const ending = ".md.hbs";

/**
 * By name without the ending. Throws UserError for a folder of the project's own that isn't there, where ours would print in its
 * place, and for a file of it that is no text or holds the characters of marks.
 */
export function readTemplates(dossier: Dossier, host: Pick<Host, "files" | "packaged">): Map<string, SourceText> {
  const templates = new Map<string, SourceText>();
  const add = (files: Pick<Host["files"], "list" | "read">, folder: string) => {
    for (const path of files.list(folder)) {
      const bytes = path.endsWith(ending) ? files.read(path) : undefined;
      if (bytes)
        templates.set(path.slice(folder.length + 1, -ending.length), new SourceText(path, soundText(path, bytes)));
    }
  };
  add(host.packaged, "templates");
  const own = templateFolder(dossier.config.data);
  if (!own) return templates;
  if (host.files.list(own).length === 0)
    throw new UserError(
      `There is no file in ${own}/, the folder that \`templates\` names.`,
      "Correct `templates` in research/dossier.yaml, or take it out to build with the templates that come with Dossier.",
    );
  add(host.files, own);
  return templates;
}
