/** Each rule's examples are its test: the good one is quiet, the bad one is reported at exactly the marked place. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rules } from "../../src/lint/rules/index.ts";
import { lintExample } from "./examples.ts";

describe("rules", () => {
  it("has one file and one line each, with the id as file name", () => {
    const files = readdirSync(new URL("../../src/lint/rules/", import.meta.url)).filter((name) => name !== "index.ts");
    expect(rules.map((rule) => `${rule.id}.ts`).sort()).toEqual(files.sort());
  });

  it("is quiet on the example dossier", async () => {
    const { diagnostics } = await lintExample({ files: {} }, rules);
    expect(diagnostics).toEqual([]);
  });

  for (const rule of rules)
    describe(rule.id, () => {
      it("is quiet on the good example, and looks at something", async () => {
        const { diagnostics, examined } = await lintExample(rule.good, [rule]);
        expect(diagnostics).toEqual([]);
        expect(examined.get(rule.id)).toBeGreaterThan(0);
      });

      it("reports the bad example at the marked place only", async () => {
        const { diagnostics, marked } = await lintExample(rule.bad, [rule]);
        expect(marked, "the bad example marks a place").toBeDefined();
        expect(
          diagnostics.map(({ rule: id, file, line, column, endLine, endColumn }) => ({
            id,
            file,
            line,
            column,
            endLine,
            endColumn,
          })),
        ).toEqual([
          {
            id: rule.id,
            file: marked?.file,
            line: marked?.from.line,
            column: marked?.from.column,
            endLine: marked?.to.line,
            endColumn: marked?.to.column,
          },
        ]);
      });

      it("says what holds, why, and what to do", async () => {
        const { diagnostics } = await lintExample(rule.bad, [rule]);
        expect(rule.summary).toMatch(/\.$/);
        expect(rule.why.length).toBeGreaterThan(30);
        expect(diagnostics[0]?.hint).toBeTruthy();
      });
    });
});
