/** Most snippets are run by their check. */
import { atLeast } from "../at-least.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";

export const snippetsExecutedShare: Rule = {
  id: "snippets-executed-share",
  family: "coverage",
  severity: "error",
  summary: "At least the share of the snippets that the profile asks for is executed by its check.",
  why: "Code that only parses may still do something else than the text says.",
  thresholds: ["snippets-executed-share"],
  good: { files: {}, thresholds: { "snippets-executed-share": 1 } },
  bad: {
    files: {
      ...changed("dossier.yaml", "title: Getting to work", "title: ⟦Getting to work⟧"),
      ...changed("snippets/rack.yaml", "{ kind: test, file: rack.test.ts }", "{ kind: command, run: [tsc, rack.ts] }"),
    },
    thresholds: { "snippets-executed-share": 1 },
  },
  check(input, report) {
    const { dossier } = input;
    const snippets = [...dossier.snippets.values()];
    if (snippets.length === 0) return 0;
    const found =
      snippets.filter(({ data: { check } }) => check.kind === "test" || check.executes === true).length /
      snippets.length;
    return atLeast(input, report, {
      threshold: "snippets-executed-share",
      found,
      what: "snippets executed by their check",
      hint: "Give the snippet a check of kind test, or a command that runs it with executes: true.",
      share: true,
    });
  },
};
