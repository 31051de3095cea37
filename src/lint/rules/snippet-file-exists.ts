/** The code of a snippet is there. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const snippetFileExists: Rule = {
  id: "snippet-file-exists",
  family: "snippets",
  severity: "error",
  summary: "The file of every snippet, and the test that proves it, stand beside it.",
  why: "Without its file there is nothing to show, and without its test nothing that proves it.",
  good: { files: {} },
  bad: { files: changed("snippets/rack.yaml", "file: rack.ts", "file: ⟦racks.ts⟧") },
  check({ dossier }, report) {
    const names = [...dossier.files.keys()].flatMap((path) =>
      path.includes("/snippets/") ? [path.slice(path.lastIndexOf("/snippets/") + "/snippets/".length)] : [],
    );
    const known = new Set(names);
    for (const snippet of dossier.snippets.values()) {
      const { file, check } = snippet.data;
      const hint = "Name a file of research/snippets/ without its folder.";
      if (!known.has(file))
        report(snippet.at("file"), `Missing file “${file}” of the snippet “${snippet.id}”`, { hint });
      if (check.kind === "test" && !known.has(check.file))
        report(snippet.at("check", "file"), `Missing test “${check.file}” of the snippet “${snippet.id}”`, { hint });
    }
    return dossier.snippets.size;
  },
};
