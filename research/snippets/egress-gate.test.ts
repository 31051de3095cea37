import { describe, expect, it } from "vitest";
import { allowed, type DataClass, type Destination, decide, type EgressRequest } from "./egress-gate.ts";

const base: Destination = {
  name: "pool",
  zone: "local",
  processing: "eu",
  contracted: true,
  retention: "none",
  sharedCache: false,
};
const pool = base;
const cachedPool: Destination = { ...base, name: "pool-shared", sharedCache: true };
const zoned: Destination = { ...base, name: "hosted-eu", zone: "hosted" };
const keeping: Destination = { ...zoned, name: "hosted-eu-default", retention: "default" };
const global: Destination = { ...zoned, name: "hosted-global", processing: "global" };
const uncontracted: Destination = { ...global, name: "trial", contracted: false, retention: "default" };
const all = [pool, cachedPool, zoned, keeping, global, uncontracted];

const request = (dataClass: DataClass | undefined, redacted = false): EgressRequest => ({
  dataClass,
  tenantRegion: "eu",
  redacted,
});
const names = (dataClass: DataClass | undefined, redacted = false) =>
  allowed(request(dataClass, redacted), all).map((to) => to.name);

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
    expect(names(undefined)).toEqual(["pool"]);
  });

  it("says why", () => {
    expect(decide(request("confidential"), keeping)).toEqual({
      allow: false,
      because: "hosted-eu-default retains prompts",
    });
    expect(decide(request("internal"), global)).toEqual({
      allow: false,
      because: "hosted-global processes in global, not in eu",
    });
  });
});
