/** Every YAML file tells editors its schema. */
import { schemaLine } from "../../model/kinds.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const schemaLinePresent: Rule = {
  id: "schema-line-present",
  family: "structure",
  severity: "info",
  summary: "Every YAML file begins with the line that names its schema.",
  why: "With it, editors complete and check the fields while one types; without it, mistakes wait for the next lint.",
  good: { files: {} },
  bad: { files: changed("glossary.yaml", `${schemaLine("glossary.yaml")}terms`, "⟦terms⟧") },
  check({ dossier }, report) {
    let examined = 0;
    for (const source of dossier.files.values()) {
      const line = schemaLine(source.path.slice(source.path.indexOf("/") + 1));
      if (!line) continue;
      examined++;
      if (/^(?:#[^\n]*\n)*# yaml-language-server: \$schema=\S/.test(source.text)) continue;
      const end = /^[^:\n]*/.exec(source.text)?.[0].length ?? 0;
      report({ source, span: { start: 0, end } }, "Missing line that names the schema", {
        hint: `Begin the file with \`${line.trim()}\`, or run \`dossier lint --fix\`.`,
        fix: { file: source.path, span: { start: 0, end: 0 }, text: line },
      });
    }
    return examined;
  },
};
