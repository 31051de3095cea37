/** Dates in EDTF, from and to CSL. */
import { describe, expect, it } from "vitest";
import { fromCslDate, monthNumber, parseDate, toCslDate } from "../../src/cite/edtf.ts";

describe("EDTF and CSL dates", () => {
  it.each([
    ["2024", { "date-parts": [[2024]] }],
    ["2024-07", { "date-parts": [[2024, 7]] }],
    ["2024-07-11", { "date-parts": [[2024, 7, 11]] }],
    ["2024-21", { "date-parts": [[2024]], season: 1 }],
    ["2024~", { "date-parts": [[2024]], circa: true }],
    ["2020/2021", { "date-parts": [[2020], [2021]] }],
    [
      "2020-01-02/2020-03-04",
      {
        "date-parts": [
          [2020, 1, 2],
          [2020, 3, 4],
        ],
      },
    ],
    [
      "2020-21/2020-22",
      {
        "date-parts": [
          [2020, 13],
          [2020, 14],
        ],
      },
    ],
    ["2020/..", { "date-parts": [[2020], [0]] }],
  ])("%s goes to CSL and comes back", (edtf, csl) => {
    expect(toCslDate(edtf)).toEqual(csl);
    expect(fromCslDate(csl)).toBe(edtf);
  });

  it.each([
    [{ "date-parts": [["2020", "5", 0]] }, "2020-05"],
    [{ "date-parts": [[2020]], season: "winter" }, "2020-24"],
    [{ raw: "July 11, 2024" }, "2024-07-11"],
    [{ literal: "Spring 2024" }, "2024-21"],
    [{ literal: "in press" }, undefined],
    [{ "date-parts": [[-44, 3, 15]] }, undefined],
    [{ "date-parts": [[]] }, undefined],
    [{ "date-parts": [[2020, 99, 99]] }, "2020"],
    [{}, undefined],
  ])("reads %j", (csl, edtf) => expect(fromCslDate(csl)).toBe(edtf));

  it.each([
    ["2024-07-11T10:00:00Z", "2024-07-11"],
    ["2020/05/01/", "2020-05-01"],
    ["2020///", "2020"],
    ["11 July 2024", "2024-07-11"],
    ["Sept. 2024", "2024-09"],
    ["2024-13-45", undefined],
    ["2024-02/2024-03", "2024-02/2024-03"],
    ["next week", undefined],
    [" ".repeat(100_000), undefined],
  ])("parses %s", (said, edtf) => expect(parseDate(said)).toBe(edtf));

  it("knows months by name and number", () => {
    expect(["jan", "December", "7", "13", "spring"].map(monthNumber)).toEqual([1, 12, 7, 0, 0]);
  });
});
