import { describe, expect, it } from "vitest";
import { allowed, type DataClass, type Destination, decide, type EgressRequest } from "./egress-gate.ts";

const now = 1_800_000_000_000;
const HOUR = 3_600_000;
const base: Destination = {
  name: "pool",
  zone: "local",
  runsIn: "eu",
  restsIn: "nowhere",
  contracted: true,
  sharedCache: false,
};
const pool = base;
const cachedPool: Destination = { ...base, name: "pool-shared", sharedCache: true };
const zoned: Destination = { ...base, name: "hosted-eu", zone: "hosted", probed: now - HOUR };
const keeping: Destination = { ...zoned, name: "hosted-eu-default", restsIn: "eu" };
const keepingAbroad: Destination = { ...zoned, name: "hosted-eu-stored-us", restsIn: "us" };
const { runsIn: _, ...nowhereInParticular } = zoned;
const global: Destination = { ...nowhereInParticular, name: "hosted-global" };
const uncontracted: Destination = { ...keeping, name: "trial", contracted: false };
const stale: Destination = { ...zoned, name: "hosted-eu-stale", probed: now - 25 * HOUR };
const { probed: __, ...neverProbed } = zoned;
const unprobed: Destination = { ...neverProbed, name: "hosted-eu-unprobed" };
const all = [pool, cachedPool, zoned, keeping, keepingAbroad, global, uncontracted, stale, unprobed];

const request = (dataClass: DataClass | undefined, redacted = false): EgressRequest => ({
  dataClass,
  tenantRegion: "eu",
  redacted,
});
const names = (dataClass: DataClass | undefined, redacted = false) =>
  allowed(request(dataClass, redacted), all, now).map((to) => to.name);
const why = (dataClass: DataClass, to: Destination) => {
  const verdict = decide(request(dataClass), to, now);
  return verdict.allow ? undefined : verdict.because;
};

describe("egress gate", () => {
  it("lets each class go exactly where its rule says", () => {
    expect(names("public")).toEqual(all.map((to) => to.name));
    expect(names("internal")).toEqual(["pool", "pool-shared", "hosted-eu", "hosted-eu-default"]);
    expect(names("confidential")).toEqual(["pool", "pool-shared", "hosted-eu"]);
    expect(names("restricted")).toEqual(["pool"]);
  });

  it("narrows from class to class, never the other way", () => {
    const order: DataClass[] = ["public", "internal", "confidential", "restricted"];
    for (const [index, dataClass] of order.entries()) {
      const wider = names(order[Math.max(0, index - 1)]);
      expect(names(dataClass).every((name) => wider.includes(name))).toBe(true);
    }
  });

  it("does not trade redaction for permission", () => {
    expect(names("restricted", true)).toEqual(names("restricted", false));
  });

  it("treats a missing class as restricted", () => {
    expect(names(undefined)).toEqual(names("restricted"));
  });

  it("keeps restricted data waiting when the pool is gone", () => {
    expect(allowed(request("restricted"), [zoned, global], now)).toEqual([]);
  });

  it("says why a route is closed", () => {
    expect(why("confidential", keeping)).toBe("hosted-eu-default retains prompts");
    expect(why("internal", global)).toBe("hosted-global runs in an unrecorded region, not in eu");
    expect(why("internal", keepingAbroad)).toBe("hosted-eu-stored-us keeps content in us, not in eu");
    expect(why("internal", uncontracted)).toBe("trial has no processor contract");
  });

  it("closes a hosted route whose probe is old or failed, for every class with a rule", () => {
    for (const dataClass of ["internal", "confidential"] as const)
      for (const to of [stale, unprobed]) expect(why(dataClass, to)).toBe(`${to.name} has no fresh probe`);
    expect(why("restricted", pool)).toBeUndefined();
  });
});
