/** The files that other programs read: the action, the hooks, and what a new dossier tells agents. */
import { readFileSync } from "node:fs";
import { validateAction } from "@action-validator/core";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { commands } from "../../src/cli/commands/index.ts";
import { program } from "../../src/cli/program.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const root = program("1");

/** Every `dossier <command> --option` in a text names what there is. */
function unknownIn(text: string): string[] {
  const used = [
    ...text.matchAll(/(?:\bdossier|dossier\.js" -C "\$DIRECTORY")[ \t]+(?<name>[a-z][a-z-]*)(?<rest>[^`\n|]*)/g),
  ];
  return used.flatMap(({ groups = {} }) => {
    const command = root.commands.find((one) => one.name() === groups["name"]);
    if (!command) return [`dossier ${groups["name"]}`];
    const known = [...command.options, ...root.options].map(({ long }) => long);
    return [...(groups["rest"] ?? "").matchAll(/(?<![\w-])--[a-z][a-z-]*/g)]
      .map(([flag]) => flag)
      .filter((flag) => !known.includes(flag))
      .map((flag) => `dossier ${groups["name"]} ${flag}`);
  });
}

describe("automation", () => {
  it("has an action whose inputs are all used, and reach scripts as variables only", () => {
    const action = parse(read("action.yml")) as {
      inputs: Record<string, { description: string; default: string }>;
      runs: { using: string; steps: { run?: string; env?: Record<string, string>; if?: string; shell?: string }[] };
    };
    expect(action.runs.using).toBe("composite");
    const used = action.runs.steps.map((step) => `${JSON.stringify(step.env)} ${step.if ?? ""}`).join(" ");
    for (const name of Object.keys(action.inputs)) expect(used, name).toContain(`inputs.${name}`);
    for (const { run, shell } of action.runs.steps.filter((step) => step.run)) {
      expect(run).not.toContain("${{");
      expect(shell).toBe("bash");
    }
  });

  it("has an action that fits the schema of actions", () => {
    expect(validateAction(read("action.yml"))).toEqual({ actionType: "action", errors: [] });
    expect(validateAction(read("action.yml").replace("composite", "composit")).errors).not.toEqual([]);
  });

  it("has hooks that run commands there are", () => {
    const hooks = parse(read(".pre-commit-hooks.yaml")) as { id: string; entry: string }[];
    expect(hooks.map(({ id }) => id)).toEqual(["dossier-lint", "dossier-build"]);
    expect(hooks.flatMap(({ entry }) => unknownIn(entry))).toEqual([]);
  });

  for (const path of ["action.yml", "docs/automation.md", "templates/start/AGENTS.md", "templates/start/SKILL.md"])
    it(`names only commands and options that there are in ${path}`, () => {
      const prose = /\bdossier (?:command|there|here|stands|and|or|that|is|to|in|file|diff main)\b/;
      expect(
        unknownIn(read(path).replace(/^(?:name|description):.*$/gm, "")).filter((one) => !prose.test(one)),
      ).toEqual([]);
      expect(commands.length).toBeGreaterThan(10);
    });

  it("has a skill file in the form that agents read", () => {
    const [, front = ""] = read("templates/start/SKILL.md").split("---\n");
    expect(parse(front)).toMatchObject({ name: "dossier", description: expect.stringContaining("Use it to") });
  });
});
