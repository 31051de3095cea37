import { describe, expect, it } from "vitest";
import type { DataClass } from "./egress-gate.ts";
import { choose, type Route } from "./region-policy.ts";

const now = 1_800_000_000_000;
const base: Omit<Route, "name" | "zone"> = {
  runsIn: "eu",
  restsIn: "nowhere",
  probed: now,
  contracted: true,
  sharedCache: false,
  healthy: true,
};
const localEu: Route = { ...base, name: "local-eu", zone: "local" };
const hostedEu: Route = { ...base, name: "hosted-eu", zone: "hosted", restsIn: "eu" };
const hostedEuZdr: Route = { ...base, name: "hosted-eu-zdr", zone: "hosted" };
const { runsIn: _, restsIn: __, ...nowhere } = base;
const global: Route = { ...nowhere, name: "hosted-global", zone: "hosted" };
const ask = (dataClass: DataClass) => ({ dataClass, tenantRegion: "eu", redacted: false });
const decision = (dataClass: DataClass, routes: readonly Route[]) => choose(ask(dataClass), routes, now);
const chosen = (dataClass: DataClass, routes: readonly Route[]) => {
  const d = decision(dataClass, routes);
  return d.allow ? d.route.name : undefined;
};

describe("region policy", () => {
  it("lets public data go anywhere", () => {
    expect(chosen("public", [global])).toBe("hosted-global");
  });

  it("keeps internal data in the region and treats an unrecorded region as foreign", () => {
    expect(chosen("internal", [global, hostedEu])).toBe("hosted-eu");
    expect(decision("internal", [global])).toEqual({
      allow: false,
      refused: [{ route: "hosted-global", because: "hosted-global runs in an unrecorded region, not in eu" }],
    });
  });

  it("sends internal data to no provider without a contract, as every caller of the class rules", () => {
    expect(chosen("internal", [{ ...hostedEu, contracted: false }])).toBeUndefined();
  });

  it("sends confidential data to a hosted model only without retention", () => {
    expect(chosen("confidential", [hostedEu, hostedEuZdr])).toBe("hosted-eu-zdr");
  });

  it("keeps restricted data on local models", () => {
    expect(chosen("restricted", [hostedEuZdr, localEu])).toBe("local-eu");
    expect(decision("restricted", [hostedEuZdr]).allow).toBe(false);
  });

  it("fails closed when the home region is down", () => {
    const d = decision("restricted", [{ ...localEu, healthy: false }, hostedEuZdr, global]);
    expect(d.allow).toBe(false);
    expect(d.refused.map((r) => r.because)).toEqual([
      "unhealthy",
      "hosted-eu-zdr is hosted",
      "hosted-global is hosted",
    ]);
  });

  it("never widens: what a class refuses, every stricter class refuses", () => {
    const routes = [localEu, hostedEu, hostedEuZdr, global];
    const order: DataClass[] = ["public", "internal", "confidential", "restricted"];
    const allowed = order.map((c) => routes.filter((r) => decision(c, [r]).allow).length);
    expect(allowed).toEqual([...allowed].sort((a, b) => b - a));
  });
});
