/** What counts as a figure, how it is normalised, and which facts support it. */
import { describe, expect, it } from "vitest";
import { type Figure, findFigures } from "../../src/prose/figures.ts";
import { matches } from "../../src/prose/matching.ts";
import { readProse } from "../../src/prose/read.ts";

/** `kind numbers unit/per`, as a reader of the table sees it. */
function show({ kind, numbers, unit, per, moments }: Figure): string {
  const dates = moments.map(({ year, quarter, month, day, time }) =>
    [year, quarter, month, day, time].filter((part) => part !== undefined).join("-"),
  );
  return [kind, [...numbers, ...dates].join(".."), `${unit}${per && `/${per}`}`].filter(Boolean).join(" ");
}

const table: readonly (readonly [string, ...string[]])[] = [
  // percentages
  ["It saves 25 % of the cost.", "percentage 25 %"],
  ["It saves 25% of the cost.", "percentage 25 %"],
  ["It saves 25 percent of the cost.", "percentage 25 %"],
  ["It saves 25 per cent of the cost.", "percentage 25 %"],
  ["It saves **25** % of the cost.", "percentage 25 %"],
  ["Accuracy fell to 71.96%.", "percentage 71.96 %"],
  ["It fell by −5 %.", "percentage 5 %"],
  ["More than >99.9 % of calls", "percentage 99.9 %"],
  ["It rose by 5 percentage points.", "percentage 5 pp"],
  ["twelve percent of calls", "percentage 12 %"],
  ["saves 45-80% in cost", "percentage 45..80 %"],
  ["saves 45–80 % in cost", "percentage 45..80 %"],
  ["saves 45 to 80 % in cost", "percentage 45..80 %"],
  ["saves between 45 and 80 % in cost", "percentage 45..80 %"],
  ["from 60% to 87%", "percentage 60..87 %"],
  ["50%, 75% and 90%", "percentage 50 %", "percentage 75 %", "percentage 90 %"],
  ["50 and 75 %", "count 50", "percentage 75 %"],
  ["a 5 %\nloss", "percentage 5 %"],
  ["a loss of 5\n% a day", "percentage 5 %/day"],
  // factors
  ["1.2x faster", "factor 1.2 x"],
  ["1.2× faster", "factor 1.2 x"],
  ["1.2 times faster", "factor 1.2 x"],
  ["up to 2.87x the throughput", "factor 2.87 x"],
  ["3.9-5.8 times as many", "factor 3.9..5.8 x"],
  ["1.5x-2x", "factor 1.5..2 x"],
  ["a nine-fold rise", "factor 9 x"],
  ["a tenfold rise", "factor 10 x"],
  ["ten times as fast", "factor 10 x"],
  ["twice as fast, half the price, once a day", "factor 2 x", "percentage 50 %"],
  // money
  ["$87,072/day", "currency 87072 USD/day"],
  ["USD 87,072 a day", "currency 87072 USD/day"],
  ["87,072 USD/day", "currency 87072 USD/day"],
  ["US$46,000", "currency 46000 USD"],
  ["€1.6bn in total", "currency 1600000000 EUR"],
  ["$5m", "currency 5000000 USD"],
  ["$1.00-$4.00", "currency 1..4 USD"],
  ["USD 1 to 4", "currency 1..4 USD"],
  ["2 to 3 USD", "currency 2..3 USD"],
  ["at $2 per GPU hour", "currency 2 USD/gpu hour"],
  ["$3 per million tokens", "currency 3 USD/Mtoken"],
  ["$3/MTok", "currency 3 USD/Mtoken"],
  ["$3 a million tokens", "currency 3 USD/Mtoken"],
  ["$0.50 per 1M tokens", "currency 0.5 USD/Mtoken"],
  ["40 cents a call", "currency 40 cent/call"],
  // durations
  ["four minutes later", "duration 4 minute"],
  ["Twelve months later", "duration 12 month"],
  ["a 5-minute window", "duration 5 minute"],
  ["a two-hour window for one day or one-hour steps", "duration 2 hour"],
  ["one to three months", "duration 1..3 month"],
  ["one million users", "count 1000000"],
  ["24h and 6ms and 30 s", "duration 24 hour", "duration 6 ms", "duration 30 s"],
  ["8-24 hours", "duration 8..24 hour"],
  ["two to three weeks", "duration 2..3 week"],
  ["3 working days", "duration 3 day"],
  ["4 person-weeks", "duration 4 person week"],
  ["sub-200 ms", "duration 200 ms"],
  ["a p99 of 200 ms", "duration 200 ms"],
  // counts, sizes and rates
  ["16M requests", "count 16000000"],
  ["16 million requests", "count 16000000"],
  ["16,000,000 requests", "count 16000000"],
  ["16\u202f000\u202f000 requests", "count 16000000"],
  ["10K and 1.6bn and 342B", "count 10000", "count 1600000000", "count 342000000000"],
  ["40-50K tasks", "count 40000..50000"],
  ["two million users", "count 2000000"],
  ["about 30 teams", "count 30"],
  ["At Uber 30 teams share it.", "count 30"],
  ["At AWS 5 customers share 1 GPU.", "count 5", "count 1"],
  ["11 of 31 commercial endpoints", "count 11", "count 31"],
  ["on 8 H800 GPUs", "count 8"],
  ["an AUROC of 0.85", "count 0.85"],
  ["a 3:1 ratio", "count 3", "count 1"],
  ["1/12 of it", "count 1", "count 12"],
  ["n=30 runs", "count 30"],
  ["100+ models", "count 100"],
  ["a 70B model", "count 70000000000"],
  ["1e6 rows", "count 1000000"],
  ["1 to 128 agents", "count 1..128"],
  ["with 2048 tokens", "count 2048"],
  ["uses 2000 tokens", "count 2000"],
  ["500 GiB on 80GB cards", "size 500 GiB", "size 80 GB"],
  ["16 million queries a month", "rate 16000000 /month"],
  ["16 million queries/month", "rate 16000000 /month"],
  ["a peak of 25 a second", "rate 25 /s"],
  ["8,730 output tokens per second", "rate 8730 /s"],
  ["400 QPS", "rate 400 /s"],
  ["5 retries per request", "rate 5 /request"],
  // dates
  ["on 31 Aug 2025", "date 2025-8-31"],
  ["on 31 August 2025", "date 2025-8-31"],
  ["August 31, 2025", "date 2025-8-31"],
  ["in May 2026", "date 2026-5"],
  ["on 16 April", "date 4-16"],
  ["on 2026-01-05", "date 2026-1-5"],
  ["29-31 August 2025", "date 2025-8-29..2025-8-31"],
  ["between 5 and 20 April 2026", "date 2026-4-5..2026-4-20"],
  ["since 2024", "date 2024"],
  ["in Q3 2026", "date 2026-Q3"],
  ["at 10:51 UTC", "date 10:51"],
  ["we may see, in March, august company"],
  // names, versions, locators, identifiers
  ["version v1.2 over HTTP/2 with GPT-4 on H100"],
  ["Llama-3.1-8B and Llama 3.1 8B and Llama 70B"],
  ["TLS 1.3, ISO 27001, SOC 2, RFC 9728"],
  ["SOC 2 reports, HTTP 429 responses, TLS 1.3 sessions"],
  ["Article 50, Art. 5(1)(f), Articles 12, 13 and 14 apply"],
  ["45 CFR 164.312(b) and Regulation (EU) 2024/1689"],
  ["Regulation (EU) 2026/1744 was published on 24 July 2026.", "date 2026-7-24"],
  ["from $0.001 at turn 1 to $0.50 at turn 100", "currency 0.001 USD", "currency 0.5 USD"],
  ["NIST SP 800-53 and SP 800-207"],
  ["LLM06, ASI03, T0, P50, p99, Q3, CVE-2023-4969, CWE-79"],
  ["the OWASP Top 10 and a top-10 list"],
  ["section 3, sections 3 and 4, table 2, fig. 5, step 2, § 7, p. 12, no. 4"],
  ["The 2026-07-28 revision removes sessions."],
  ["MCP 2025-06-18 and 2025-11-25 kept them."],
  ["the 2026 edition, the 2026 figures (2025)"],
  ["Claude Opus 4.5 and Sonnet 4 requests"],
  ["Envoy 1.4, vLLM 0.9.2, 10.0.0.1, 10.48550/arXiv.2401.00588"],
  ["3D, 5xx, 4o, the 1st, the 1990s, 24/7, 4-bit weights, 0007203004, #123"],
  ["three regions, seven providers, one gateway"],
  ["## 2. A heading with its number"],
  ["1. an item of a list"],
  ["See `25 %` in the code, [a link](https://example.org/25), and [@key-2025, sec. 3]."],
  // traps
  ["In section 3, 5 of 6 runs failed.", "count 5", "count 6"],
  ["SOC 2 and 30 teams", "count 30"],
  ["on H100 and 5 nodes", "count 5"],
  ["alerts page 3 engineers", "count 3"],
  ["On page 3 they say so."],
  ["At level 95 % it holds.", "percentage 95 %"],
  ["HTTP 429 in 5 % of calls", "percentage 5 %"],
  ["Sonnet 4 lost 0.8 %.", "percentage 0.8 %"],
  ["Cut it to 5.", "count 5"],
  ["In 2025. 30 teams", "date 2025", "count 30"],
  ["1,5 seconds", "count 1", "duration 5 s"],
  ["reduced 30 seconds to 5 %", "duration 30 s", "percentage 5 %"],
  // however they are typed
  ["٣ teams and ²", "count 3"],
  ["２０％ of calls and ४२ teams", "percentage 20 %", "count 42"],
  ["½ of them in 1½ hours, ⅔ done", "count 0.5", "duration 1.5 hour", "count 0.6667"],
  ["10³ requests and 10⁶ tokens", "count 1000", "count 1000000"],
  // phrases
  ["half of the calls, a third of them, two thirds", "percentage 50 %", "percentage 33.33 %", "percentage 66.67 %"],
  ["three-quarters of users, one-fifth", "percentage 75 %", "percentage 20 %"],
  ["the second half, a third party, two quarters, half a day, a third case, one of three"],
  ["twice the price, thrice as many; it pays twice", "factor 2 x", "factor 3 x"],
  ["it doubles, tripled and halved the cost; it doubled back", "factor 2 x", "factor 3 x", "percentage 50 %"],
  ["one in five calls and Nine out of ten", "count 1..5", "count 9..10"],
  ["a dozen vendors, two dozen agents, dozens of teams", "count 12", "count 24"],
  ["two orders of magnitude, four nines, an order of magnitude", "count 2", "count 4"],
  ["a hundred teams and a million users; hundreds of them", "count 100", "count 1000000"],
  ["cost a million tokens, at $5 a thousand requests", "currency 5 USD/thousand request"],
  ["zero percent, one percent, one dollar, one day, zero trust", "percentage 0 %", "percentage 1 %", "currency 1 USD"],
];

describe("findFigures", () => {
  it.each(table.map(([text, ...expected]) => ({ text, expected })))("$text", async ({ text, expected }) => {
    const { masked } = await readProse(text);
    const figures = findFigures(masked);
    expect(figures.map(show)).toEqual(expected);
    for (const { span, text: written } of figures) expect(masked.slice(span.start, span.end)).toBe(written);
  });

  it("covers a hundred sentences and more", () => {
    expect(table.length).toBeGreaterThan(100);
  });

  it("is quick on hostile text", () => {
    const hostile = [
      "1".repeat(24_000),
      "1,".repeat(12_000),
      "1-".repeat(12_000),
      "a-".repeat(12_000) + "1",
      `5.${" ".repeat(24_000)}\n5. x`,
      "5 to ".repeat(5_000),
      "x 5 per ".repeat(3_000),
      "May ".repeat(6_000),
    ];
    const start = performance.now();
    for (const text of hostile) expect(findFigures(text).length).toBeLessThan(13_000);
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});

describe("matches", () => {
  const supported = (text: string, entries: readonly string[]) =>
    findFigures(text).every((figure) => matches(figure, entries));

  it.each([
    ["16M requests", "16 million"],
    ["16 million queries a month", "16,000,000 queries/month"],
    ["1.2 times", "1.2x"],
    ["1.2×", "1.2 times"],
    ["$87,072/day", "USD 87,072 a day"],
    ["87,072 USD/day", "$87,072"],
    ["25 %", "25 percent"],
    ["76 %", "76.00%"],
    ["30 teams", "30"],
    ["30", "30 teams"],
    ["30 customer teams", "30 teams"],
    ["a 5-minute window", "5 minutes"],
    ["24 hours", "24h"],
    ["10x", "nine-fold or 10x"],
    ["a gain of 9 times", "nine-fold"],
    ["45 %", "35% to 45%"],
    ["35-45 %", "35% to 45%"],
    ["40-50K tasks", "40,000 to 50,000 tasks"],
    ["4 of 5 scenarios", "four of five benchmark scenarios"],
    ["16 April", "16 April 2026"],
    ["April 2026", "16 April 2026"],
    ["in 2026", "2026-04-16"],
    ["500 GiB", "500"],
    ["HTTP 429 and a loss of 0.0453", "-0.0453"],
    ["25 queries a second", "25 queries/s"],
  ])("%s by %s", (text, entry) => {
    expect(findFigures(text).length).toBeGreaterThan(0);
    expect(supported(text, [entry])).toBe(true);
  });

  it.each([
    ["16M requests", "16 thousand"],
    ["16M requests", "16"],
    ["1.3x", "1.2x"],
    ["1.2x", "1.2"],
    ["25 %", "25"],
    ["25", "25 %"],
    ["25 %", "25 percentage points"],
    ["$25", "25 EUR"],
    ["25 minutes", "25 hours"],
    ["25 hours", "25 runs"],
    ["25 queries a second", "25 queries/month"],
    ["16 April 2026", "April 2026"],
    ["16 April 2026", "17 April 2026"],
    ["in May 2026", "2026"],
    ["35-46 %", "35% to 45%"],
    ["500 GiB", "500 sessions"],
    ["$3 per million tokens", "$3 per request"],
    ["2026", ""],
    ["10:51", "10:15"],
  ])("%s not by %s", (text, entry) => {
    const figures = findFigures(text, true);
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.some((figure) => matches(figure, [entry]))).toBe(false);
  });

  it("takes the ends of a range from several entries of a fact", () => {
    expect(supported("from 60% to 87%", ["60%", "87%"])).toBe(true);
    expect(supported("from 60% to 88%", ["60%", "87%"])).toBe(false);
  });
});
