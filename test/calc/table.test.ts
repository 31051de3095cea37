/** The tables of a model as rows. */
import { expect, it } from "vitest";
import { evaluateModels } from "../../src/calc/evaluate.ts";
import type { ModelResult } from "../../src/calc/result.ts";
import { tablesOf } from "../../src/calc/table.ts";
import { CountingCache, dossierOf, fixtureFiles } from "./dossier-of.ts";

const tables = async (model: string, set?: Record<string, string>) => {
  const { results } = await evaluateModels(await dossierOf(fixtureFiles()), { cache: new CountingCache(), set });
  return tablesOf(results.get(model) as ModelResult);
};

it("says which inputs are set for this run, also through a figure of the system", async () => {
  const [inputs] = await tables("local-vs-hosted", { gpu_hour_price: "3.10" });
  expect(inputs?.rows.map((row) => row[3])).toEqual([
    "set for this run",
    "system.yaml, assumed",
    "system.yaml, assumed",
    "[@prices#output]",
  ]);
});

it("shows each input with its range and origin, and each output with its formula", async () => {
  const [inputs, outputs, ...rest] = await tables("local-vs-hosted");
  expect(inputs?.rows).toEqual([
    ["Price of one GPU hour", "USD 2.50 per hour", "USD 1.50 to 6 per hour", "system.yaml, assumed"],
    ["Utilisation of local GPUs", "35 %", "10 to 80 %", "system.yaml, assumed"],
    [
      "Tokens a second of a busy GPU",
      "1,500 tokens per second",
      "500 to 3,000 tokens per second",
      "system.yaml, assumed",
    ],
    ["Hosted price", "USD 1 per million tokens", "USD 0.40 to 15 per million tokens", "[@prices#output]"],
  ]);
  expect(outputs?.rows[1]).toEqual([
    "Local",
    "USD 1.32 per million tokens",
    "gpu_hour_price / (gpu_throughput * gpu_utilisation)",
  ]);
  expect(rest.map(({ name, rows }) => [name, rows.length])).toEqual([
    ["sensitivity", 3],
    ["crossings", 1],
    ["checks", 2],
  ]);
  expect(rest[0]?.rows[0]).toEqual([
    "Utilisation of local GPUs",
    "10 %",
    "USD 4.63 per million tokens",
    "80 %",
    "USD 0.58 per million tokens",
    "USD 4.05 per million tokens",
  ]);
});

it("says of each input where it is from", async () => {
  const [inputs] = await tables("payback", { "payback.week_cost": "5000" });
  expect(inputs?.rows.map((row) => row[3])).toEqual([
    "model :ref[cache-value]",
    "model :ref[local-vs-hosted]",
    "assumption :ref[gateway-effort]",
    "set for this run",
  ]);
  expect(inputs?.columns[3]).toEqual({ title: "Origin", kind: "markdown" });
});

it("has as many cells in every row as columns", async () => {
  for (const model of ["local-vs-hosted", "cache-value", "judge-sampling", "payback"])
    for (const { columns, rows } of await tables(model))
      expect(rows.map((row) => row.length)).toEqual(rows.map(() => columns.length));
});

it("turns no foreign id into markup", () => {
  const input = { name: "i", title: "I", unit: "1", text: "1", range: "", overridden: false };
  const origin = { kind: "assumption", id: "x]{onclick=1} **b**" } as const;
  const [inputs] = tablesOf({
    id: "m",
    title: "M",
    purpose: "",
    inputs: [{ ...input, origin }],
    outputs: [],
    checks: [],
  });
  expect(inputs?.rows[0]?.[3]).toBe("assumption");
});
