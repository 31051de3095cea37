/** File names are ids. */
import { exampleFiles } from "../example.ts";
import type { EntryRule } from "../rule.ts";
import { top } from "../top.ts";

const slug = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/;

export const idIsSlug: EntryRule = {
  id: "id-is-slug",
  family: "structure",
  severity: "error",
  summary: "Every file name is a lower-case name with hyphens.",
  why: "The file name is the object's id: it stands in citations, links and addresses, on file systems that do and do not tell cases apart.",
  good: { files: {} },
  bad: {
    files: {
      "diagrams/Two Ways.mmd": (exampleFiles["diagrams/ways.mmd"] as string).replace("flowchart LR", "⟦flowchart LR⟧"),
    },
  },
  checkEntry(entry, _ground, report) {
    if (slug.test(entry.id)) return 1;
    const better = entry.id
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
    report(top(entry), `Unexpected file name “${entry.id}”, expected a name such as “cache-value”`, {
      hint: `Rename the file to “${better || "a-name"}”.`,
    });
    return 1;
  },
};
