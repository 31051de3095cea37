/** Models of the fixture against figures worked out by hand, and what a wrong model reports where. */
import { describe, expect, it } from "vitest";
import { evaluateModels } from "../../src/calc/evaluate.ts";
import { UserError } from "../../src/core/user-error.ts";
import { CountingCache, dossierOf, fixtureFiles, modelWith } from "./dossier-of.ts";

const evaluateFiles = async (files: Record<string, string>, set?: Record<string, string>) =>
  evaluateModels(await dossierOf(files), { cache: new CountingCache(), set });

/** Problems as `file path: message`. */
async function problemsOf(files: Record<string, string>): Promise<string[]> {
  const { problems } = await evaluateFiles(files);
  return problems.map(({ place, message }) => {
    const path = "path" in place ? place.path.join(".") : "";
    return `${place.source.path.replace("research/", "")} ${path}: ${message}`;
  });
}

const output = (name: string, formula: string, unit = "1", more = "") =>
  `${name}: { title: T, formula: ${JSON.stringify(formula)}, unit: ${JSON.stringify(unit)}${more} }`;

describe("the fixture's models", () => {
  it("agree with figures worked out by hand", async () => {
    const { values, problems } = await evaluateFiles(fixtureFiles());
    const value = (name: string) => values.get(name)?.value;
    expect(problems).toEqual([]);
    expect(value("local-vs-hosted.local_cost")).toBeCloseTo(2.5 / (0.0015 * 3600 * 0.35), 10);
    expect(value("local-vs-hosted.break_even")).toBeCloseTo(2.5 / 5.4, 12);
    expect(value("cache-value.prefix_cost")).toBeCloseTo(6480, 8);
    expect(value("cache-value.saving")).toBeCloseTo(4082.4, 8);
    expect(value("cache-value.saving_per_tenant")).toBeCloseTo((4082.4 * 12) / 40, 8);
    expect(value("judge-sampling.z")).toBeCloseTo(1.959963984540054 + 0.8416212335729143, 10);
    expect(value("judge-sampling.samples")).toBe(1057);
    expect(value("payback.saving")).toBeCloseTo(4082.4 * 12, 7);
    expect(value("payback.payback")).toBeCloseTo(24_000 / 4082.4, 8);
  });

  it("are printed for a reader", async () => {
    const { values } = await evaluateFiles(fixtureFiles());
    const texts = (...names: string[]) => names.map((name) => values.get(name)?.text);
    expect(texts("system.gpu_hour_price", "system.requests_per_month", "system.gpu_utilisation")).toEqual([
      "USD 2.50 per hour",
      "600,000 requests per month",
      "35 %",
    ]);
    expect(texts("local-vs-hosted.local_cost", "local-vs-hosted.break_even", "cache-value.saving")).toEqual([
      "USD 1.32 per million tokens",
      "46.3 %",
      "USD 4,080 per month",
    ]);
    expect(texts("payback.payback", "payback.build", "judge-sampling.samples")).toEqual([
      "5.88 months",
      "6 person-weeks",
      "1,057 samples",
    ]);
    expect(values.get("system.tenants")?.origin).toBe("system");
    expect(values.get("payback.saving")?.origin).toBe("input");
    expect(values.get("payback.payback")?.origin).toBe("computed");
  });

  it("follow one changed figure of system.yaml through every model", async () => {
    const files = fixtureFiles();
    files["system.yaml"] = (files["system.yaml"] as string).replace("value: 2.5,", "value: 5,");
    const { values } = await evaluateFiles(files);
    expect(values.get("local-vs-hosted.break_even")?.value).toBeCloseTo(5 / 5.4, 12);
    expect(values.get("payback.ratio")?.value).toBeCloseTo(5 / 1.89, 10);
  });
});

describe("what-if values", () => {
  it("replace a system figure everywhere, and an input in one model", async () => {
    const { values, results } = await evaluateFiles(fixtureFiles(), {
      gpu_hour_price: "3.10",
      "cache-value.hit_rate": "90 %",
      "local-vs-hosted.hosted_price": "0.002 USD/ktoken",
    });
    expect(values.get("system.gpu_hour_price")?.text).toBe("USD 3.10 per hour");
    expect(values.get("local-vs-hosted.break_even")?.value).toBeCloseTo(3.1 / (5.4 * 2), 12);
    expect(values.get("cache-value.saving")?.value).toBeCloseTo(6480 * 0.9 * 0.9, 8);
    expect(results.get("cache-value")?.inputs.find(({ name }) => name === "hit_rate")?.overridden).toBe(true);
  });

  it.each([
    ["gpu_hour_prise", "1", /Unknown figure “gpu_hour_prise”/],
    ["local-vs-hosted.local_cost", "1", /computed/],
    ["gpu_hour_price", "cheap", /Unexpected “cheap”/],
    ["gpu_hour_price", "1e999", /Unexpected “1e999”/],
    ["gpu_hour_price", "3 USD/houre", /Unknown unit “houre”/],
    ["gpu_hour_price", "3 token", /expected USD\/hour/],
    ["__proto__.x", "1", /Unknown figure/],
    ["system.constructor", "1", /Unknown figure/],
  ])("refuse %s=%s", async (name, value, message) => {
    const set = JSON.parse(`{${JSON.stringify(name)}: ${JSON.stringify(value)}}`);
    const result = evaluateFiles(fixtureFiles(), set);
    await expect(result).rejects.toThrow(UserError);
    await expect(result).rejects.toThrow(message);
  });
});

describe("a wrong formula is reported at its place", () => {
  it.each([
    ["unknown name", output("a", "x / m"), "Unknown name “m” in “x / m”"],
    ["unit", output("a", "x * n", "USD/token"), "Unexpected unit USD, expected USD/token"],
    ["sum of unlike units", output("a", "x + n", "USD"), "Unexpected units USD and 1, expected the same in “x + n”"],
    ["division by zero", output("a", "n / zero"), "“n / zero” is Infinity, expected a finite number"],
    ["root below zero", output("a", "sqrt(zero - n)"), "“sqrt(zero - n)” is NaN, expected a finite number"],
    ["overflow", output("a", "exp(n * 1000)"), "“exp(n * 1000)” is Infinity, expected a finite number"],
    ["itself", output("a", "a + 1"), "Unexpected cycle a → a, expected formulas"],
    ["a truth", output("a", "n > 1"), "Unexpected truth value, expected a number in 1"],
    ["expectation", output("a", "n", "1", ', expect: "> 2"'), "Unexpected result 2 of “a”, expected > 2"],
    ["syntax", output("a", "n +"), "Unexpected end of expression in “n +”"],
    ["unit in a function", output("a", "ceil(x)"), "Unexpected unit USD, expected a number without unit in “ceil(x)”"],
  ])("%s", async (_, outputs, message) => {
    const [first, ...others] = await problemsOf(modelWith(outputs));
    expect(first).toContain(`models/m.yaml outputs.a.formula: ${message}`);
    expect(others).toEqual([]);
  });

  it("says what is missing, and the nearest name", async () => {
    const { problems } = await evaluateFiles(
      modelWith([output("price", "x", "USD/month"), output("b", "prise * 2", "USD/month")].join("\n")),
    );
    expect(problems.map(({ hint }) => hint)).toEqual([
      "Did you mean “price”?",
      "The formula lacks a factor in 1/s; or declare another unit.",
    ]);
  });

  it("reports a cycle once, and not again for what rests on it", async () => {
    const outputs = [output("d", "a * 2"), output("a", "b + 1"), output("b", "c + 1"), output("c", "a")].join("\n");
    expect(await problemsOf(modelWith(outputs))).toEqual([
      expect.stringContaining("outputs.a.formula: Unexpected cycle a → b → c → a"),
    ]);
  });

  it("finds cycles across models", async () => {
    const model = (other: string) =>
      `title: M\npurpose: P\ninputs:\n  i: { from: ${other}.o }\noutputs:\n  ${output("o", "i + 1")}\n`;
    const problems = await problemsOf({ "models/a.yaml": model("b"), "models/b.yaml": model("a") });
    expect(problems).toEqual([
      expect.stringContaining("models/b.yaml outputs.o.formula: Unexpected cycle a.i → b.o → b.i → a.o → a.i"),
    ]);
  });

  it("refuses a model of senseless size, fast", async () => {
    const many = Array.from({ length: 3000 }, (_, index) => output(`v${index}`, index ? `v${index - 1} + n` : "n"));
    const files = modelWith(many.join("\n"), "sensitivity: { output: v2999, by: 0.5 }\n");
    expect(await problemsOf(files)).toEqual([
      "models/m.yaml : Unexpected 3003 inputs and outputs, expected at most 200",
    ]);
  });

  it("stays fast at the largest size", async () => {
    const formula = (index: number) => `${index ? `v${index - 1}` : "n"}${" + n".repeat(30)}`;
    const many = Array.from({ length: 190 }, (_, index) => output(`v${index}`, formula(index)));
    const rest =
      "sensitivity: { output: v189, by: 0.5 }\nchart: { title: C, x: n, from: 0, to: 1, steps: 200, y: [v189] }\n";
    const started = performance.now();
    const { values, problems } = await evaluateFiles(modelWith(many.join("\n"), rest));
    expect(problems).toEqual([]);
    expect(values.get("m.v189")?.value).toBe(2 * (1 + 190 * 30));
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("computes the sound outputs of a model with a wrong one", async () => {
    const { values, results } = await evaluateFiles(
      modelWith([output("bad", "nothing"), output("good", "n^3")].join("\n")),
    );
    expect(values.get("m.good")?.value).toBe(8);
    expect(values.has("m.bad")).toBe(false);
    expect(results.get("m")?.outputs.map(({ text }) => text)).toEqual(["not computed", "8"]);
  });

  it("reports a failed check with the figures that it compared", async () => {
    const { problems } = await evaluateFiles(
      modelWith(output("a", "x", "USD"), 'checks: ["a < 3 USD", "a + 1 USD", "a >= x"]\n'),
    );
    expect(problems.map(({ place, message, hint }) => ["path" in place && place.path, message, hint])).toEqual([
      [["checks", 0], "Unexpected failure of “a < 3 USD”, expected it to hold", "a is USD 4."],
      [["checks", 1], "Unexpected number from “a + 1 USD”, expected a comparison such as a < b", undefined],
    ]);
  });
});

describe("a wrong input is reported at its place", () => {
  const withInput = (input: string) => ({
    "system.yaml": fixtureFiles()["system.yaml"] as string,
    "models/m.yaml": `title: M\npurpose: P\ninputs:\n  i: ${input}\noutputs:\n  ${output("o", "i * 1")}\n`,
  });

  it.each([
    ["{ from: system.tenant }", "inputs.i.from: Unknown figure “tenant”"],
    ["{ from: sistem.tenants }", "inputs.i.from: Unknown model “sistem”"],
    ["{ from: m.p }", "inputs.i.from: Unknown output “p” of model “m”"],
    ["{ from: m.constructor }", "inputs.i.from: Unknown output “constructor” of model “m”"],
    ["{ from: tenants }", "inputs.i.from: Unexpected “tenants”, expected system.<figure>"],
    ["{ from: system.tenants, unit: token }", "inputs.i.unit: Unexpected unit token"],
    ['{ value: 1, unit: "1" }', "inputs.i: Unexpected value without an origin"],
    ["{ value: 1, assumption: a }", "inputs.i: Unexpected value without a unit"],
    ["{ assumption: a }", "inputs.i: Unexpected input without a value"],
    ["{ value: 1, unit: tokens, assumption: a }", "inputs.i.unit: Unknown unit “tokens”"],
    ['{ value: 9, unit: "1", assumption: a, low: 1, high: 3 }', "inputs.i.value: Unexpected value 9"],
    ['{ value: 2, unit: "1", assumption: a, low: 3, high: 1 }', "inputs.i.value: Unexpected range 3..1"],
  ])("%s", async (input, expected) => {
    const [first, ...others] = await problemsOf(withInput(input));
    expect(first).toContain(expected);
    expect(others).toEqual([]);
  });

  it.each(["constructor", "toString", "hasOwnProperty", "sqrt", "pi", "month", "token", "mod", "a-b", "ünit", "1st"])(
    "refuses the name %s",
    async (name) => {
      const files = modelWith(output("a", "n"));
      files["models/m.yaml"] = (files["models/m.yaml"] as string).replace(
        "outputs:",
        `  ${name}: { value: 1, unit: "1", assumption: a }\noutputs:`,
      );
      expect(await problemsOf(files)).toEqual([expect.stringContaining(`inputs.${name}: Unexpected name “${name}”`)]);
    },
  );

  it("gives __proto__ as a name no effect", async () => {
    const files = modelWith(output("a", "n"));
    files["models/m.yaml"] = (files["models/m.yaml"] as string).replace(
      "outputs:",
      '  __proto__: { value: 1, unit: "1", assumption: a }\noutputs:',
    );
    const { values } = await evaluateFiles(files);
    expect([...values.keys()].some((name) => name.includes("__proto__"))).toBe(false);
    expect(({} as Record<string, unknown>).value).toBeUndefined();
  });

  it("does not report what rests on a file that is itself broken", async () => {
    const files: Record<string, string> = { ...modelWith(output("a", "i")), "system.yaml": "title: [\n" };
    files["models/m.yaml"] = (files["models/m.yaml"] as string).replace(
      "outputs:",
      "  i: { from: system.tenants }\noutputs:",
    );
    expect(await problemsOf(files)).toEqual([]);
  });
});

describe("the cache", () => {
  it("answers an unchanged dossier with the same result and places", async () => {
    const cache = new CountingCache();
    const files = { ...fixtureFiles(), ...modelWith(output("a", "x + n", "USD")) };
    const first = await evaluateModels(await dossierOf(files), { cache });
    const second = await evaluateModels(await dossierOf(files), { cache });
    expect(cache.hits).toBe(1);
    expect(second).toEqual(first);
    expect(second.problems[0]?.place).toMatchObject({ path: ["outputs", "a", "formula"] });
  });

  it("is passed over when a model, a figure or an override changes, or when it is damaged", async () => {
    const cache = new CountingCache();
    const dossier = await dossierOf(fixtureFiles());
    await evaluateModels(dossier, { cache });
    await evaluateModels(dossier, { cache, set: { tenants: "41" } });
    const files = fixtureFiles();
    files["models/payback.yaml"] += "# changed\n";
    await evaluateModels(await dossierOf(files), { cache });
    expect([cache.hits, cache.entries.size]).toEqual([0, 3]);
    for (const key of cache.entries.keys()) cache.entries.set(key, '{"values":');
    const { values } = await evaluateModels(dossier, { cache });
    expect(values.get("system.tenants")?.value).toBe(40);
  });

  it("is not asked when there is nothing to compute", async () => {
    const cache = new CountingCache();
    const { values } = await evaluateModels(await dossierOf({}), { cache });
    expect([values.size, cache.entries.size]).toEqual([0, 0]);
  });
});
