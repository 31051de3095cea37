/** The units, scales and number words of figures, each with its canonical name. */

import type { FigureKind } from "../model/figure.ts";

export type { FigureKind };

export interface Unit {
  /** Canonical, such as `%`, `x`, `USD`, `minute`; empty where the unit only says how often. */
  readonly name: string;
  readonly kind: FigureKind;
  readonly per?: string;
}

const times = {
  ms: "ms msec millisecond milliseconds",
  µs: "µs μs microsecond microseconds",
  s: "s sec secs second seconds",
  minute: "min mins minute minutes",
  hour: "h hr hrs hour hours",
  day: "day days",
  week: "week weeks",
  month: "month months",
  year: "yr yrs year years",
};
const money = {
  USD: "USD dollar dollars",
  EUR: "EUR euro euros",
  GBP: "GBP",
  CHF: "CHF franc francs",
  JPY: "JPY yen",
  CNY: "CNY RMB yuan",
  INR: "INR rupee rupees",
  AUD: "AUD",
  CAD: "CAD",
  cent: "cent cents",
};
const sizes = {
  byte: "byte bytes",
  kB: "kB KB kilobyte kilobytes",
  MB: "MB megabyte megabytes",
  GB: "GB gigabyte gigabytes",
  TB: "TB terabyte terabytes",
  PB: "PB petabyte petabytes",
  KiB: "KiB",
  MiB: "MiB",
  GiB: "GiB",
  TiB: "TiB",
  bit: "bit bits",
  kbit: "kbit",
  Mbit: "Mbit",
  Gbit: "Gbit",
  ...Object.fromEntries(
    "W kW MW GW Wh kWh MWh GWh Hz kHz MHz GHz GFLOPS TFLOPS PFLOPS km kg °C".split(" ").map((unit) => [unit, unit]),
  ),
};

const units = new Map<string, Unit>();
const enter = (kind: FigureKind, rows: Readonly<Record<string, string>>) => {
  for (const [name, forms] of Object.entries(rows))
    for (const form of forms.split(" ")) units.set(form, { name, kind });
};
enter("percentage", { "%": "% percent pct", pp: "pp" });
enter("factor", { x: "x × times fold" });
enter("currency", money);
enter("duration", times);
enter("size", sizes);
for (const form of ["qps", "rps", "tps", "QPS", "RPS", "TPS"]) units.set(form, { name: "", kind: "rate", per: "s" });
for (const form of ["rpm", "tpm", "RPM", "TPM"]) units.set(form, { name: "", kind: "rate", per: "minute" });
for (const [form, name] of [
  ["Mbps", "Mbit"],
  ["Gbps", "Gbit"],
] as const)
  units.set(form, { name, kind: "size", per: "s" });

/** Short forms that are units only directly behind the digits: `30d`, `5m`. */
const attached = new Map<string, Unit>(
  Object.entries({ d: "day", w: "week", y: "year", m: "minute", X: "x" }).map(([form, name]) => [
    form,
    { name, kind: form === "X" ? "factor" : "duration" },
  ]),
);

/** The unit that a word names; short words keep their case (`MB`, `ms`), long ones don't. */
export function unitOf(word: string, isAttached = false): Unit | undefined {
  return (
    units.get(word) ??
    (isAttached ? attached.get(word) : undefined) ??
    (word.length > 3 ? units.get(word.toLowerCase()) : undefined)
  );
}

/** Canonical name of a time unit, or nothing. */
export function timeUnit(word: string): string | undefined {
  const unit = unitOf(word);
  return unit?.kind === "duration" ? unit.name : undefined;
}

export const currencySymbols: Readonly<Record<string, string>> = {
  US$: "USD",
  A$: "AUD",
  C$: "CAD",
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  "₹": "INR",
};
export const currencyCodes: readonly string[] = Object.keys(money).filter((code) => /^[A-Z]{3}$/.test(code));

export const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  K: 1e3,
  million: 1e6,
  M: 1e6,
  mn: 1e6,
  billion: 1e9,
  B: 1e9,
  bn: 1e9,
  trillion: 1e12,
  T: 1e12,
};

const small =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const tens = "twenty thirty forty fifty sixty seventy eighty ninety";

/** Number words from zero to ninety-nine. */
export const numberWords: ReadonlyMap<string, number> = new Map([
  ["zero", 0],
  ...small.split(" ").map((word, index) => [word, index + 1] as const),
  ...tens.split(" ").flatMap((ten, index) => {
    const value = (index + 2) * 10;
    return [
      [ten, value] as const,
      ...small
        .split(" ")
        .slice(0, 9)
        .map((one, unit) => [`${ten}-${one}`, value + unit + 1] as const),
    ];
  }),
]);
