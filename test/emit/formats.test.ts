/** Every output format is one file and one line. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { emitters, formatNames } from "../../src/emit/index.ts";
import { changed } from "../../src/lint/example.ts";
import { built } from "./small-report.ts";

const parts = ["index.ts", "sections.ts", "title.ts"];

describe("formats", () => {
  it("are one file and one line each", async () => {
    const files = readdirSync(new URL("../../src/emit", import.meta.url)).filter(
      (name) => name.endsWith(".ts") && !parts.includes(name),
    );
    expect(files.map((name) => name.replace("markdown.ts", "md").replace(".ts", "")).sort()).toEqual(
      [...formatNames].sort(),
    );
    for (const name of formatNames) expect(await emitters[name]()).toBeTypeOf("function");
  });

  it("take addresses that are not well encoded as they are", async () => {
    const text = "[there](#%FF) and [here](#100%) ![picture](https://example.org/%FF.png) [@city-count].";
    const { text: of, bytes } = await built(
      ["html", "docx"],
      changed("areas/transport/area.md", "[@city-count].", text),
    );
    expect(of("html")).toContain('href="#%FF"');
    expect(bytes("docx").length).toBeGreaterThan(1000);
  });
});
