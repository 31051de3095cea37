/** In which forms a fact may state the value of a model's input, and that a changed value is caught. */
import { expect, it } from "vitest";
import { changed } from "../../src/lint/example.ts";
import { rules } from "../../src/lint/rules/index.ts";
import { inputHasOrigin } from "../../src/lint/rules/input-has-origin.ts";
import { lintExample } from "./examples.ts";

/** What is said of an input whose cited fact has these figures. */
async function reported(input: string, figures: string, cited = "[@city-count#speed]"): Promise<string[]> {
  const files = {
    ...changed("models/commute.yaml", "value: 4, unit: minute", input, "[@city-count#speed]", cited),
    ...changed("sources/city-count.yaml", 'figures: ["4 minutes"]', `figures: [${figures}]`),
  };
  return (await lintExample({ files }, [inputHasOrigin])).diagnostics.map(({ message }) => message);
}

it.each([
  ["value: 4, unit: minute", "4 minutes"],
  ["value: 4, unit: minute", "four minutes"],
  ["value: 60, unit: minute", "1-hour"],
  ["value: 0.5, unit: year", "six months"],
  ["value: 15, unit: minute", "10-15 minutes"],
  ["value: 40, unit: us", "40 µs"],
  ["value: 1200, unit: B", '"1,200 bytes"'],
  ["value: 3, unit: USD/Mtoken", "$3 per million tokens"],
  ["value: 3, unit: USD/Mtoken", "$3"],
  ["value: 3, unit: kUSD", '"$3,000"'],
  ["value: 2200, unit: token/s", '"2,200 tokens/s"'],
  ["value: 6, unit: 1/request", "6 events per request"],
  ["value: 2000, unit: '1'", '"2,000 runs"'],
  ["value: 0.038, unit: '1', format: percent", "3.8 %"],
  ["value: 0.1, unit: '1'", "10 %"],
  ["value: 1.25, unit: '1'", "1.25 times"],
  ["value: 0.1, unit: '1'", "$3, $0.30"],
  ["value: 5, unit: parsec", "4 minutes"], // the model reports the unit
])("finds %s in %s", async (input, figures) => {
  expect(await reported(input, figures)).toEqual([]);
});

it.each([
  ["value: 5, unit: minute", "4 minutes", "5 minutes"],
  ["value: 4, unit: hour", "4 minutes", "4 hours"],
  ["value: 4, unit: USD", "4 minutes", "USD 4"],
  ["value: 4, unit: EUR", "$4", "EUR 4"],
  ["value: 30, unit: USD/month", "$30 a year", "USD 30 per month"],
  ["value: 0.2, unit: '1', format: percent", "25 %", "20 %"],
  ["value: 0.2, unit: '1'", "$3, $0.30", "0.2"],
  ["value: 0.1, unit: '1'", "$3, €0.30", "0.1"],
  ["value: 1, unit: '1'", "$3, $0.30", "1"],
])("does not find %s in %s", async (input, figures, said) => {
  expect(await reported(input, figures)).toEqual([`Unexpected value ${said}, which no fact of its origin has`]);
});

it("wants a citation, and takes any fact of a source that is cited as a whole", async () => {
  const missing = "Unexpected origin without a citation, expected one of a fact";
  expect(await reported("value: 4, unit: minute", "4 minutes", "trust me")).toEqual([missing]);
  expect(await reported("value: 4, unit: minute", "4 minutes", "[@city-count]")).toEqual([]);
  expect(await reported("value: 4, unit: minute", "4 minutes", "TBD")).toEqual([]);
});

it("leaves assumptions and links alone", async () => {
  const own = changed(
    "models/commute.yaml",
    'value: 4, unit: minute, origin: "[@city-count#speed]"',
    "value: 9, unit: minute, assumption: dry-days",
  );
  const { diagnostics, examined } = await lintExample({ files: own }, [inputHasOrigin]);
  expect(diagnostics).toEqual([]);
  expect(examined.get("input-has-origin")).toBe(0);
});

it("is silent about a fact whose source is reported", async () => {
  const files = changed(
    "sources/city-count.yaml",
    "tier: T0",
    "tier: T9",
    'figures: ["4 minutes"]',
    "figures: [5 minutes]",
  );
  expect((await lintExample({ files }, rules)).diagnostics.map(({ rule }) => rule)).not.toContain("input-has-origin");
});
