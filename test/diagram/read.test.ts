/** Title and description of a diagram, read from its source. */
import { describe, expect, it } from "vitest";
import { originalLines } from "../../src/diagram/lines.ts";
import { readDiagram } from "../../src/diagram/read.ts";

describe("readDiagram", () => {
  it("reads title and description, in the line form and the braces form", () => {
    expect(readDiagram("flowchart TD\n accTitle: A title; really\n accDescr: Words #1\n A")).toMatchObject({
      title: "A title; really",
      description: "Words #1",
    });
    expect(readDiagram("pie\n  accDescr {\n  two\n  lines\n }\n").description).toBe("two lines");
  });

  it("knows none where none is said", () => {
    const code = "flowchart TD\n  %% accTitle: a comment\n  A[accTitle: a label]\n";
    expect(readDiagram(code)).toEqual({ code, title: undefined, description: undefined });
    expect(readDiagram("pie\n accTitle:   \n accDescr { }\n")).toMatchObject({
      title: undefined,
      description: undefined,
    });
  });

  it("takes a byte order mark and foreign line breaks away", () => {
    expect(readDiagram("\ufeffpie\r\n accTitle: x\r\n")).toEqual({
      code: "pie\n accTitle: x\n",
      title: "x",
      description: undefined,
    });
  });
});

describe("originalLines", () => {
  it("finds the way back over front matter, directives and comments", () => {
    const code = "---\ntitle: x\n---\n%%{init: {}}%%\n\n%% one\nflowchart TD\n  A\n  %% two\n\n  B\n";
    // Mermaid reads: flowchart TD / A / (blank) / B, the comment and its blank neighbours gone.
    expect(originalLines(code).slice(0, 2)).toEqual([7, 8]);
    expect(originalLines(code)).toContain(11);
  });

  it("counts plainly where nothing is dropped", () => {
    expect(originalLines("pie\n a\n b")).toEqual([1, 2, 3]);
    expect(originalLines("")).toEqual([1]);
  });
});
