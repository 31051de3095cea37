import { describe, expect, it } from "vitest";
import { choose, type DataClass, type Route } from "./region-policy.ts";

const localEu: Route = { id: "local-eu", kind: "local", runsIn: "eu", restsIn: "none", healthy: true };
const hostedEu: Route = { id: "hosted-eu", kind: "hosted", runsIn: "eu", restsIn: "eu", healthy: true };
const hostedEuZdr: Route = { id: "hosted-eu-zdr", kind: "hosted", runsIn: "eu", restsIn: "none", healthy: true };
const global: Route = { id: "hosted-global", kind: "hosted", healthy: true };
const ask = (dataClass: DataClass) => ({ dataClass, homeRegion: "eu" });
const chosen = (d: ReturnType<typeof choose>) => (d.allow ? d.route.id : undefined);

describe("region policy", () => {
  it("lets public data go anywhere", () => {
    expect(chosen(choose(ask("public"), [global]))).toBe("hosted-global");
  });

  it("keeps internal data in the region and treats an unrecorded region as foreign", () => {
    expect(chosen(choose(ask("internal"), [global, hostedEu]))).toBe("hosted-eu");
    expect(choose(ask("internal"), [global])).toEqual({
      allow: false,
      refused: [{ route: "hosted-global", because: "runs in an unrecorded region, not eu" }],
    });
  });

  it("sends confidential data to a hosted model only without retention", () => {
    expect(chosen(choose(ask("confidential"), [hostedEu, hostedEuZdr]))).toBe("hosted-eu-zdr");
  });

  it("keeps restricted data on local models", () => {
    expect(chosen(choose(ask("restricted"), [hostedEuZdr, localEu]))).toBe("local-eu");
    expect(choose(ask("restricted"), [hostedEuZdr]).allow).toBe(false);
  });

  it("fails closed when the home region is down", () => {
    const down = { ...localEu, healthy: false };
    const decision = choose(ask("restricted"), [down, hostedEuZdr, global]);
    expect(decision.allow).toBe(false);
    expect(decision.refused.map((r) => r.because)).toEqual([
      "unhealthy",
      "restricted data stays on local models",
      "restricted data stays on local models",
    ]);
  });

  it("never widens: what a class refuses, every stricter class refuses", () => {
    const routes = [localEu, hostedEu, hostedEuZdr, global];
    const order: DataClass[] = ["public", "internal", "confidential", "restricted"];
    const allowed = order.map((c) => routes.filter((r) => choose(ask(c), [r]).allow).length);
    expect(allowed).toEqual([...allowed].sort((a, b) => b - a));
  });
});
