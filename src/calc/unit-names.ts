/**
 * The units that models know, as data. The list is closed on purpose: a mistyped input is then an unknown name and
 * never, say, a metre. A month is a twelfth of a year of 365.25 days (30.4375 days, 730.5 hours); data sizes are decimal.
 */
import { combine, type Dimension } from "./quantity.ts";

export interface UnitName {
  readonly name: string;
  /** How many base units one of it is. */
  readonly factor: number;
  readonly dimension: Dimension;
  /** Printed before the number. */
  readonly currency: boolean;
  /** In words after “per” or the number 1, and after any other number. */
  readonly one: string;
  readonly many: string;
  /** `million` in `million tokens`. */
  readonly scale: string | undefined;
}

const currencies = ["USD", "EUR", "GBP"];

/** What can be counted; every one is its own dimension, so requests are never added to tokens. */
const countables: Readonly<Record<string, readonly [one: string, many: string]>> = {
  token: ["token", "tokens"],
  request: ["request", "requests"],
  call: ["call", "calls"],
  tenant: ["tenant", "tenants"],
  user: ["user", "users"],
  region: ["region", "regions"],
  person: ["person", "people"],
  sample: ["sample", "samples"],
  strategy: ["strategy", "strategies"],
  document: ["document", "documents"],
  gpu: ["GPU", "GPUs"],
};

const scales: readonly (readonly [prefix: string, factor: number, word: string])[] = [
  ["k", 1e3, "thousand"],
  ["M", 1e6, "million"],
  ["G", 1e9, "billion"],
];

const year = 365.25 * 86_400;
const times: Readonly<Record<string, readonly [seconds: number, one: string, many: string]>> = {
  ns: [1e-9, "ns", "ns"],
  us: [1e-6, "µs", "µs"],
  ms: [1e-3, "ms", "ms"],
  s: [1, "second", "seconds"],
  second: [1, "second", "seconds"],
  minute: [60, "minute", "minutes"],
  hour: [3600, "hour", "hours"],
  day: [86_400, "day", "days"],
  week: [604_800, "week", "weeks"],
  month: [year / 12, "month", "months"],
  year: [year, "year", "years"],
};

const bytes: Readonly<Record<string, number>> = {
  byte: 1,
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  Mbit: 1e6 / 8,
  Gbit: 1e9 / 8,
};

const base = (symbol: string): Dimension => new Map([[symbol, 1]]);

function* define(): Generator<UnitName> {
  const plain = { factor: 1, currency: false, scale: undefined };
  for (const name of currencies) yield { ...plain, name, dimension: base(name), currency: true, one: name, many: name };
  for (const [name, [one, many]] of Object.entries(countables))
    yield { ...plain, name, dimension: base(name), one, many };
  for (const [prefix, factor, scale] of scales) {
    for (const name of currencies)
      yield { name: prefix + name, factor, dimension: base(name), currency: true, one: name, many: name, scale };
    for (const [name, [, many]] of Object.entries(countables))
      yield { name: prefix + name, factor, dimension: base(name), currency: false, one: many, many, scale };
  }
  for (const [name, [factor, one, many]] of Object.entries(times))
    yield { ...plain, name, factor, dimension: base("s"), one, many };
  const personTime = combine(base("person"), base("s"), 1);
  for (const span of ["hour", "day", "week", "month", "year"]) {
    const factor = times[span]?.[0] as number;
    const one = `person-${span}`;
    yield { ...plain, name: `person_${span}`, factor, dimension: personTime, one, many: `${one}s` };
  }
  for (const [name, factor] of Object.entries(bytes)) {
    const [one, many] = name === "byte" ? ["byte", "bytes"] : [name, name];
    yield { ...plain, name, factor, dimension: base("byte"), one, many };
  }
  const power = (name: string, factor: number, dimension: Dimension): UnitName => ({
    ...plain,
    name,
    factor,
    dimension,
    one: name,
    many: name,
  });
  const energy = combine(base("W"), base("s"), 1);
  yield power("W", 1, base("W"));
  yield power("kW", 1e3, base("W"));
  yield power("Wh", 3600, energy);
  yield power("kWh", 3.6e6, energy);
  yield power("kg", 1, base("kg"));
  yield power("tonne", 1e3, base("kg"));
}

export const unitNames: ReadonlyMap<string, UnitName> = new Map([...define()].map((unit) => [unit.name, unit]));
