/** Each reporter's form, read back by what would read it: the official SARIF schema, an XML parser, the runner's decoding. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { errorsOf, type LintReport } from "../../src/app/lint.ts";
import { reporterFor } from "../../src/cli/reporters/index.ts";
import { reporterNames } from "../../src/cli/reporters/names.ts";
import type { Diagnostic } from "../../src/core/diagnostic.ts";
import { MemoryFiles } from "../../src/host/memory-files.ts";

const file = "research/areas/a/b c.md";
const host = { files: new MemoryFiles({ [file]: "---\ntitle: x\n---\nOne 5 %, two 7 %.\n" }), env: () => undefined };
const evil =
  "\u001B[31mred\u001B[0m\n::error file=x::owned\r\n<script>|`*\u0000 100%, a:b\n ::set-output name=x::y ##[add-mask]z";

const at = (line: number, column: number, endColumn: number) => ({ file, line, column, endLine: line, endColumn });
const diagnostics: Diagnostic[] = [
  {
    ...at(4, 5, 8),
    rule: "number-has-origin",
    severity: "error",
    message: "Missing origin of the figure 5 %",
    hint: "Cite it.",
    related: [{ ...at(2, 1, 6), message: "the title" }],
  },
  {
    ...at(4, 14, 17),
    rule: "number-has-origin",
    severity: "warning",
    message: evil,
    hint: evil,
    fix: { file, span: { start: 20, end: 23 }, text: "8 %" },
  },
  { ...at(1, 1, 1), endLine: 3, endColumn: 4, rule: "no-tbd", severity: "info", message: "Unexpected TBD" },
];
const report: LintReport = {
  profile: "final",
  diagnostics,
  suppressed: [
    {
      ...at(2, 1, 6),
      rule: "no-tbd",
      severity: "warning",
      message: "Unexpected TBD",
      reason: "to be told by the council",
    },
  ],
  known: [{ ...at(4, 1, 4), rule: "sentence-length", severity: "warning", message: "Unexpected 50 words" }],
  examined: { "number-has-origin": 2, "no-tbd": 1, "risks-count": 0 },
  sizes: { source: 1, finding: 1 },
};
const print = async (name: string, shown = report) => (await reporterFor(name))(shown, host);

describe("reporters", () => {
  it("has one file and one line each", () => {
    const files = readdirSync(new URL("../../src/cli/reporters/", import.meta.url)).filter(
      (name) => !["index.ts", "names.ts", "summary.ts"].includes(name),
    );
    expect([...reporterNames].map((name) => `${name}.ts`).sort()).toEqual(files.sort());
  });

  it.each(["text", "github", "markdown"])("%s counts what it was told not to show", async (name) => {
    const text = await print(name, errorsOf(report));
    expect(text).not.toContain("Unexpected TBD");
    expect(text).toContain("1 error, 1 warning, 1 note");
  });

  for (const name of reporterNames)
    it(`${name} holds no escape, and is the same twice`, async () => {
      const text = await print(name);
      expect(text).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F]/);
      expect(await print(name)).toBe(text);
    });

  for (const name of reporterNames.filter((one) => one !== "github"))
    it(`${name} gives a CI runner no command`, async () => {
      const text = await print(name);
      expect(text).not.toMatch(/^\s*::/m);
      // The other forms are data, for files.
      if (["text", "markdown", "junit"].includes(name)) expect(text).not.toContain("##[");
    });

  for (const name of reporterNames)
    it(`${name} can report that nothing was found`, async () => {
      expect(await print(name, { ...report, diagnostics: [], suppressed: [], known: undefined })).toBeTypeOf("string");
    });

  it("github annotates at the lines, and untrusted text can't begin a command", async () => {
    const lines = (await print("github")).trimEnd().split("\n");
    expect(lines[0]).toBe(
      "::error file=research/areas/a/b c.md,line=4,endLine=4,col=5,endColumn=7,title=number-has-origin::Missing origin of the figure 5 %25%0ACite it.",
    );
    expect(lines[2]).toBe("::notice file=research/areas/a/b c.md,line=1,endLine=3,title=no-tbd::Unexpected TBD");
    expect(lines).toHaveLength(4);
    expect(lines.filter((line) => line.startsWith("::"))).toHaveLength(3);
    expect(lines[1]).toContain("%0A::error file=x::owned");
  });

  it("a file's name and a profile move no cursor and begin no command, in any form", async () => {
    const name = `research/a${evil}.yaml`;
    const shown = { ...report, profile: evil, diagnostics: diagnostics.map((one) => ({ ...one, file: name })) };
    for (const form of reporterNames) {
      const text = await print(form, shown);
      expect(text, form).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F]/);
      const commands = text.split("\n").filter((line) => /^\s*::/.test(line));
      expect(commands, form).toHaveLength(form === "github" ? 3 : 0);
      for (const command of commands) expect(command).toMatch(/^::(?:error|warning|notice) file=research\/a/);
    }
  });

  it("jsonl has one finding to a line", async () => {
    const lines = (await print("jsonl")).trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as Diagnostic).line)).toEqual([4, 4, 1]);
  });

  it("junit parses, and counts rules", async () => {
    const seen: { name: string; attributes: Record<string, string> }[] = [];
    const open: string[] = [];
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          open.push(name);
          seen.push({ name, attributes });
        },
        onclosetag: (name, implied) => {
          expect(implied && name !== "testcase" && name !== "skipped").toBe(false);
          expect(open.pop()).toBe(name);
        },
      },
      { xmlMode: true },
    );
    parser.end(await print("junit"));
    expect(open).toEqual([]);
    expect(seen[0]).toEqual({
      name: "testsuites",
      attributes: { name: "dossier lint", tests: "3", failures: "1", errors: "0", skipped: "1" },
    });
    expect(seen.filter(({ name }) => name === "failure")).toHaveLength(2);
    expect(seen.filter(({ name }) => name === "script")).toEqual([]);
  });

  it("markdown escapes what it quotes", async () => {
    const text = await print("markdown");
    expect(text).toContain("\\<script\\>\\|\\`\\*");
    expect(text.split("\n").filter((line) => line.startsWith("| error"))).toHaveLength(1);
    expect(text).not.toMatch(/^::/m);
  });

  it("sarif is valid by the official schema, with fingerprints, related locations, fixes, suppressions and baseline", async () => {
    const require = createRequire(import.meta.url);
    const Ajv = require("ajv-draft-04").default as new (
      options: object,
    ) => { compile(schema: object): ((data: unknown) => boolean) & { errors?: unknown } };
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    (require("ajv-formats").default as (target: unknown) => void)(ajv);
    const validate = ajv.compile(
      JSON.parse(
        readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"),
      ) as object,
    );
    const log = JSON.parse(await print("sarif")) as {
      runs: { results: Record<string, unknown>[]; tool: { driver: { rules: { id: string }[] } } }[];
    };
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ version: "2.1.0" })).toBe(false);
    const results = log.runs[0]?.results ?? [];
    expect(results.map(({ baselineState }) => baselineState)).toEqual(["new", "new", "new", "unchanged", "unchanged"]);
    expect(results[0]?.["relatedLocations"]).toMatchObject([
      { physicalLocation: { artifactLocation: { uri: "research/areas/a/b%20c.md" }, region: { startLine: 2 } } },
    ]);
    expect(results[1]?.["fixes"]).toMatchObject([
      {
        artifactChanges: [
          { replacements: [{ deletedRegion: { charOffset: 20, charLength: 3 }, insertedContent: { text: "8 %" } }] },
        ],
      },
    ]);
    expect(results[4]?.["suppressions"]).toEqual([
      { kind: "inSource", status: "accepted", justification: "to be told by the council" },
    ]);
    expect(new Set(results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints))).size).toBe(5);
    for (const { ruleId, ruleIndex } of results)
      expect(log.runs[0]?.tool.driver.rules[ruleIndex as number]?.id).toBe(ruleId);
  });
});
