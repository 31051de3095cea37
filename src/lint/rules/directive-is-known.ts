/** A directive is one of those that the format has. */
import { didYouMean } from "../../core/suggest.ts";
import { usedDirectives } from "../directives.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

const inText = ["value", "ours", "ref", "term"];
const alone = ["diagram", "snippet", "table", "chart"];

export const directiveIsKnown: Rule = {
  id: "directive-is-known",
  family: "structure",
  severity: "error",
  summary: "Every directive is one that Dossier knows, in the form that it has.",
  why: "An unknown directive would be printed as it stands, colons and all.",
  good: { files: {} },
  bad: { files: changed("areas/transport/area.md", "[@city-count]", "[@city-count]. See ⟦:reff[bicycles]⟧") },
  check({ dossier }, report) {
    const used = usedDirectives(dossier);
    for (const { prose, directive } of used) {
      const { name, form, span } = directive;
      const expected = form === "text" ? inText : alone;
      if (form !== "container" && expected.includes(name)) continue;
      const other =
        form === "text" && alone.includes(name)
          ? `Write ::${name} alone on its line.`
          : inText.includes(name)
            ? `Write :${name}[…] within a sentence.`
            : undefined;
      report(prose.at(span), `Unexpected directive “${name}”, expected one of ${expected.join(", ")}`, {
        hint: other ?? didYouMean(name, expected) ?? "If it is no directive, write a backslash before its colon.",
      });
    }
    return used.length;
  },
};
