/** Every bibliography format is one file and one line. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatOf } from "../../../src/cite/format.ts";
import { formats } from "../../../src/cite/formats/index.ts";

describe("the formats", () => {
  it("are the files of their folder", () => {
    const files = readdirSync(new URL("../../../src/cite/formats", import.meta.url)).filter(
      (file) => file !== "index.ts",
    );
    expect(formats.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  it.each([
    ["refs.BIB", "", "bibtex"],
    ["refs.ris", "", "ris"],
    ["", "% x\n@article{a, title={b}}", "bibtex"],
    ["", '\n[{"id":"a"}]', "csl-json"],
    ["", "TY  - JOUR\nER  - ", "ris"],
    ["refs.txt", "---\nreferences:\n- id: a", "csl-yaml"],
    ["", "- id: a", "csl-yaml"],
    ["", "key,title\na,b", undefined],
  ])("are known by name (%s) or text (%j)", (path, text, id) => expect(formatOf(formats, text, path)?.id).toBe(id));
});
