/** What is refused in the source of a diagram, and words that only look like it. */
import { describe, expect, it } from "vitest";
import { guard } from "../../src/diagram/guard.ts";
import { samples } from "./samples.ts";

const linesOf = (code: string) => guard(code).map(({ line }) => line);

describe("guard", () => {
  it("lets every kind of diagram pass", () => {
    for (const code of Object.values(samples)) expect(guard(code)).toEqual([]);
  });

  it("places what fetches, also over several lines", () => {
    expect(linesOf('flowchart TD\n  A@{\n    label: "x"\n    img: "http://x" }')).toEqual([2]);
    expect(linesOf("flowchart TD\n  A\n  style A fill:url(http://x)\n  classDef b fill:u\\72l(x)")).toEqual([3, 4]);
    expect(linesOf('flowchart TD\n  A["<img src=x>"]\n  B["`![a](b)`"]')).toEqual([2, 3]);
  });

  it("leaves words alone that only look like it", () => {
    const code = [
      "flowchart TD",
      "  %% click A href http://x",
      '  A["call url(x) and click here"] --> B["theme: dark"]',
      '  C["links to: them"]',
    ].join("\n");
    expect(guard(code)).toEqual([]);
    expect(guard("stateDiagram-v2\n  link : a state\n  links --> link")).toEqual([]);
    expect(linesOf("sequenceDiagram\n  link A: B @ http://x\n  A->>B: link C: D")).toEqual([2]);
  });

  it("knows settings from text", () => {
    expect(linesOf("---\ntitle: theme\nconfig:\n  theme: dark\n---\nflowchart TD\n  A")).toEqual([4]);
    expect(linesOf("%%{init: {\n 'themeCSS': 'x',\n \"secure\": []}}%%\nflowchart TD\n  A").sort()).toEqual([2, 3]);
    expect(guard("flowchart TD\n  A --> B\n  %% theme: dark")).toEqual([]);
  });

  it("answers within a blink to text that is made to be slow", () => {
    for (const piece of ["@{", "![", "%%{", "<", "\n", "style ", "accDescr {", "---\n", "click ", "<script "]) {
      const code = piece.repeat(Math.floor(50_000 / piece.length));
      const start = performance.now();
      guard(code);
      expect(performance.now() - start).toBeLessThan(1_500);
    }
  });
});
