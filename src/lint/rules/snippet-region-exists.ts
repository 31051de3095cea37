/** The region that a snippet shows is marked in its file. */
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const snippetRegionExists: Rule = {
  id: "snippet-region-exists",
  family: "snippets",
  severity: "error",
  summary: "The region of every snippet begins and ends in its file.",
  why: "A region that is not found would show the whole file, or nothing.",
  good: { files: {} },
  bad: { files: changed("snippets/rack.yaml", "region: stands", "region: ⟦stand⟧") },
  check({ dossier }, report) {
    let examined = 0;
    for (const snippet of dossier.snippets.values()) {
      const { file, region } = snippet.data;
      const text = dossier.files.get(`${snippet.source.path.replace(/[^/]*$/, "")}${file}`)?.text;
      if (!region || text === undefined) continue;
      examined++;
      const lines = text.split("\n");
      const begin = lines.findIndex((line) => new RegExp(`#region\\s+${region}\\s*(?:$|\\W)`).test(line));
      const end = lines.findIndex((line, index) => index > begin && line.includes("#endregion"));
      if (begin < 0 || end < 0)
        report(
          snippet.at("region"),
          `Missing ${begin < 0 ? "beginning" : "end"} of the region “${region}” in ${file}`,
          { hint: `Mark it with comments “#region ${region}” and “#endregion”.` },
        );
    }
    return examined;
  },
};
