/** The short way of escaping gives what remark gives, on any line. */
import { expect, it } from "vitest";
import { escapedLine, escapeText } from "../../src/compose/escape.ts";

const parts =
  "a|Z|é|1|12|.|)|(|[|]|{|}|<|>|#|##|+|-|--|=|==|!|&|&amp;|&#1;|*|_|~|\\|`|:|@|$|^|%|\"|'|“|,|;|/| | | |https://a.b|a_b|1. |v1.2|C++|R&D|x|y".split(
    "|",
  );

it("escapes as remark does", () => {
  let state = 7;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  let same = 0;
  for (let round = 0; round < 4_000; round++) {
    const line = Array.from({ length: 1 + next(8) }, () => parts[next(parts.length)])
      .join("")
      .trim()
      .replace(/\s+/g, " ");
    if (line === "") continue;
    if (escapeText(line) === line) same++;
    expect(escapeText(line)).toBe(escapedLine(line));
  }
  expect(same).toBeGreaterThan(300);
});
