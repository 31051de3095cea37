/** Diagrams that do not parse are found without a browser. */
import { describe, expect, it } from "vitest";
import type { OpenIsolate } from "../../src/core/isolate.ts";
import { checkDiagrams } from "../../src/diagram/check.ts";
import { openIsolate } from "../../src/host/isolate.ts";
import { memoryCache } from "./doubles.ts";
import { samples } from "./samples.ts";

const notOpened: OpenIsolate = () => {
  throw new Error("Mermaid was loaded");
};

const check = (codes: Readonly<Record<string, string>>, means: Partial<Parameters<typeof checkDiagrams>[1]> = {}) =>
  checkDiagrams(
    Object.entries(codes).map(([id, code]) => ({ id, code })),
    { cache: memoryCache(), openIsolate, ...means },
  );

const broken = {
  arrow: "flowchart TD\n%% a comment\n\nA--oops>B[",
  "behind settings":
    "---\ntitle: x\n---\n%%{init: {'flowchart': {'curve': 'linear'}}}%%\n\nsequenceDiagram\n  A->>B: ok\n  A->>B\n",
  kind: "flowchrt TD\n  A",
  empty: " \n",
  pie: 'pie\n "a" : x',
  class: "classDiagram\nclass A {\n",
  er: "erDiagram\n  A ||--o{ B",
  git: "gitGraph\n commit\n brnch x",
  mindmap: "mindmap\n root\n  a\n b\n  c",
};

describe("checkDiagrams", () => {
  it("finds nothing in good diagrams, and loads Mermaid only for new text", async () => {
    const cache = memoryCache();
    expect(await check(samples, { cache })).toEqual([]);
    expect(await check(samples, { cache, openIsolate: notOpened })).toEqual([]);
    await expect(check({ a: `${samples.pie}\n` }, { cache, openIsolate: notOpened })).rejects.toThrow(
      "Mermaid was loaded",
    );
  });

  it("places syntax errors at their line and says what was expected", async () => {
    const cache = memoryCache();
    const problems = await check(broken, { cache });
    expect(Object.fromEntries(problems.map(({ id, line, message }) => [id, [line, message]]))).toEqual({
      arrow: [4, expect.stringMatching(/^Unexpected “\[”/)],
      "behind settings": [8, "Unexpected end of the line in the diagram, expected “: text”."],
      kind: [1, expect.stringMatching(/^Unexpected “flowchrt”, expected the kind/)],
      empty: [1, expect.stringMatching(/^Unexpected empty diagram/)],
      pie: [2, expect.stringMatching(/expected a number/)],
      class: [2, "Unexpected end in the diagram, expected “}” or a member."],
      er: [2, "Unexpected end of the line in the diagram, expected “:” or “:::”."],
      git: [3, expect.stringMatching(/^Unexpected “brnch”/)],
      mindmap: [undefined, expect.stringMatching(/only one root/)],
    });
    expect(problems.find(({ id }) => id === "kind")?.hint).toBe("Did you mean “flowchart”?");
    expect(await check(broken, { cache, openIsolate: notOpened })).toEqual(problems);
  });

  it("finds secured settings however they are written", async () => {
    const problems = await check({
      nested: "%%{init: {'flowchart': {'htmlLabels': true}}}%%\nflowchart TD\n  A",
      json: '%%{init: {"htmlLa\\u0062els": true}}%%\nflowchart TD\n  A',
      yaml: '---\nconfig:\n  "theme\\x56ariables": { a: b }\n---\nflowchart TD\n  A',
      allowed: "---\nconfig:\n  flowchart:\n    curve: linear\n---\nflowchart TD\n  A --> B",
    });
    expect(problems.map(({ id, line, message }) => [id, line, message])).toEqual([
      ["nested", 1, expect.stringContaining("“htmlLabels”")],
      ["json", undefined, expect.stringContaining("“htmlLabels”")],
      ["yaml", undefined, expect.stringContaining("“themeVariables”")],
    ]);
  });

  it("stops at the clock and goes on with the next diagram", async () => {
    const cache = memoryCache();
    const hanging: OpenIsolate = (body, packages) =>
      openIsolate(
        body.replace("return async ({ config, code }) => {", "$& if (/hang/.test(code)) for (;;) {}"),
        packages,
      );
    const problems = await check(
      { hung: "flowchart TD\n  hang", good: samples.pie as string, bad: "pie\n x" },
      { openIsolate: hanging, limitMs: 2_000, cache },
    );
    expect(problems).toMatchObject([
      { id: "hung", message: expect.stringMatching(/can't finish reading in 2 s/) },
      { id: "bad", line: 2 },
    ]);
    expect(cache.entries.size).toBe(2);
  });

  it("does not trust a damaged cache", async () => {
    const cache = memoryCache();
    await check({ a: broken.pie }, { cache });
    for (const key of cache.entries.keys()) cache.entries.set(key, "{ damaged");
    expect(await check({ a: broken.pie }, { cache })).toHaveLength(1);
  });
});
