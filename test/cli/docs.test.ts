/** What the documentation repeats of the code is in step with it. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { generatedDocs } from "../../src/cli/generated-docs.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("documentation", () => {
  const files = generatedDocs();

  it("is what `npm run docs` writes", () => {
    const stale = [...files].filter(([path, text]) => {
      try {
        return readFileSync(`${root}/${path}`, "utf8") !== text;
      } catch {
        return true;
      }
    });
    expect(
      stale.map(([path]) => path),
      "run `npm run docs`",
    ).toEqual([]);
  });

  it("has no page of a rule or schema that is gone", () => {
    const present = ["docs/rules", "schemas"].flatMap((folder) =>
      readdirSync(`${root}/${folder}`).map((name) => `${folder}/${name}`),
    );
    expect(present.filter((path) => !files.has(path))).toEqual([]);
  });

  it("shows a bad and a good example of every rule", () => {
    const pages = [...files].filter(([path, text]) => path.startsWith("docs/rules/") && text.includes("## Why"));
    expect(pages.length).toBeGreaterThan(40);
    for (const [path, page] of pages) {
      expect(page, path).toMatch(/## What it reports[\s\S]*\^/);
      expect(page, path).toMatch(/## What it accepts/);
      expect(page, path).not.toMatch(/[⟦⟧]/);
    }
  });

  it("gives every command and option a meaning, and every command an example", () => {
    const page = files.get("docs/cli.md") ?? "";
    expect(page).not.toMatch(/\| +\|$/m);
    for (const [, name] of page.matchAll(/^## dossier (\S+)$/gm))
      expect(page).toMatch(new RegExp(`Examples:\\n\\n\`\`\`sh\\ndossier ${name}`));
  });
});
