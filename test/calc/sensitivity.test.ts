/** The sensitivity table of the fixture, and of models at their limits. */
import { describe, expect, it } from "vitest";
import { evaluateModels } from "../../src/calc/evaluate.ts";
import { CountingCache, dossierOf, fixtureFiles, modelWith } from "./dossier-of.ts";

const evaluated = async (files: Record<string, string>) =>
  evaluateModels(await dossierOf(files), { cache: new CountingCache() });

describe("sensitivity", () => {
  it("moves one input at a time and puts the widest swing first", async () => {
    const { results } = await evaluated(fixtureFiles());
    const table = results.get("local-vs-hosted")?.sensitivity;
    expect(table?.text).toBe("USD 1.32 per million tokens");
    expect(table?.rows.map(({ input, ranged }) => [input, ranged])).toEqual([
      ["gpu_utilisation", true],
      ["gpu_throughput", true],
      ["gpu_hour_price", true],
    ]);
    const [utilisation] = table?.rows ?? [];
    expect(utilisation?.low).toMatchObject({
      input: 0.1,
      inputText: "10 %",
      outputText: "USD 4.63 per million tokens",
    });
    expect(utilisation?.high.output).toBeCloseTo(2.5 / (5.4 * 0.8), 10);
    expect(utilisation?.swing).toBeCloseTo(2.5 / 0.54 - 2.5 / 4.32, 10);
  });

  it("moves inputs without a range by a share, and shares not beyond one", async () => {
    const files = modelWith(
      'o: { title: O, formula: "x * n * share", unit: USD }\n',
      "sensitivity: { output: o, by: 0.25 }\n",
    );
    const share = '  share: { value: 0.9, unit: "1", format: percent, assumption: a }\noutputs:';
    const text = (files["models/m.yaml"] as string).replace("outputs:", share);
    const { results } = await evaluated({ "models/m.yaml": text });
    const rows = results.get("m")?.sensitivity?.rows;
    expect(rows?.map(({ input, low, high }) => [input, low.inputText, high.inputText])).toEqual([
      ["n", "1.5", "2.5"],
      ["x", "USD 3", "USD 5"],
      ["share", "67.5 %", "100 %"],
    ]);
  });

  it("shows where a model is not defined, last", async () => {
    const { results, problems } = await evaluated(
      modelWith(
        'o: { title: O, formula: "x / (n - 1.5) + x / x * 1 USD", unit: USD }\n',
        "sensitivity: { output: o, by: 0.25 }\n",
      ),
    );
    expect(problems).toEqual([]);
    expect(results.get("m")?.sensitivity?.rows.map(({ input, swingText }) => [input, swingText])).toEqual([
      ["x", "USD 4"],
      ["n", "not defined"],
    ]);
  });

  it("reports an unknown output and a senseless share", async () => {
    const { problems } = await evaluated(
      modelWith('o: { title: O, formula: "n", unit: "1" }\n', "sensitivity: { output: p, by: 2 }\n"),
    );
    expect(problems.map(({ message }) => message)).toEqual([
      "Unexpected 2, expected a share above 0 and at most 1",
      "Unknown output “p”",
    ]);
  });
});
