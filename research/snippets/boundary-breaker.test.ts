import { describe, expect, it } from "vitest";
import { BoundaryBreaker, type Request } from "./boundary-breaker.ts";
import type { Destination } from "./egress-gate.ts";

const base = { runsIn: "eu", restsIn: "nowhere", probed: 0, contracted: true, sharedCache: false };
const hosted: Destination = { ...base, name: "hosted-eu", zone: "hosted", restsIn: "eu" };
const sealed: Destination = { ...base, name: "hosted-eu-zdr", zone: "hosted" };
const local: Destination = { ...base, name: "local-eu", zone: "local" };
const ask = (dataClass: Request["dataClass"], waits = true): Request => ({
  dataClass,
  tenantRegion: "eu",
  redacted: false,
  waits,
});
const trip = (b: BoundaryBreaker, name: string, now = 0) => {
  for (let i = 0; i < 5; i++) b.record(name, "error", now, now);
};
const chosen = (b: BoundaryBreaker, r: Request, now = 0) => {
  const d = b.route(r, now);
  return d.do === "call" ? d.target.name : d.do;
};

describe("boundary breaker", () => {
  it("moves internal work to the local pool when the hosted model fails", () => {
    const b = new BoundaryBreaker([hosted, sealed, local]);
    trip(b, "hosted-eu");
    trip(b, "hosted-eu-zdr");
    expect(chosen(b, ask("internal"))).toBe("local-eu");
  });

  it("never sends restricted work to a hosted model, even when the local pool is open", () => {
    const b = new BoundaryBreaker([hosted, sealed, local]);
    trip(b, "local-eu");
    expect(chosen(b, ask("restricted"))).toBe("refuse");
    expect(chosen(b, ask("restricted", false))).toBe("queue");
  });

  it("keeps confidential and restricted work in its region, and confidential work under no retention", () => {
    const b = new BoundaryBreaker([hosted, sealed]);
    expect(chosen(b, ask("confidential"))).toBe("hosted-eu-zdr");
    expect(chosen(b, { ...ask("confidential"), tenantRegion: "us" })).toBe("refuse");
    expect(chosen(b, { ...ask("restricted"), tenantRegion: "us" })).toBe("refuse"); // a local pool abroad is abroad
    expect(chosen(b, { ...ask("public"), tenantRegion: "us" })).toBe("hosted-eu");
  });

  it("lets exactly one probe through after the rest, and closes on success", () => {
    const b = new BoundaryBreaker([local]);
    trip(b, "local-eu", 1000);
    expect(chosen(b, ask("internal"), 60_999)).toBe("refuse");
    expect(b.route(ask("internal"), 61_000)).toMatchObject({ do: "call", probe: true });
    expect(chosen(b, ask("internal"), 61_000)).toBe("refuse");
    b.record("local-eu", "ok", 61_000, 61_500);
    expect(b.route(ask("internal"), 61_500)).toMatchObject({ do: "call", probe: false });
  });

  it("lets another caller probe when the first one is lost", () => {
    const b = new BoundaryBreaker([local]);
    trip(b, "local-eu");
    expect(b.route(ask("internal"), 60_000)).toMatchObject({ do: "call", probe: true });
    expect(chosen(b, ask("internal"), 119_999)).toBe("refuse");
    expect(b.route(ask("internal"), 120_000)).toMatchObject({ do: "call", probe: true });
  });

  it("stays open when a call that began before the opening succeeds late", () => {
    const b = new BoundaryBreaker([local]);
    trip(b, "local-eu", 1000);
    b.record("local-eu", "ok", 500, 2000);
    expect(chosen(b, ask("internal"), 2001)).toBe("refuse");
  });

  it("opens at once on a rate limit and waits as long as the provider asks", () => {
    const b = new BoundaryBreaker([hosted]);
    b.record("hosted-eu", "rate-limited", 0, 0, 8_000);
    expect(chosen(b, ask("public"), 7_999)).toBe("refuse");
    expect(chosen(b, ask("public"), 8_000)).toBe("hosted-eu");
  });

  it("counts slow and bad answers", () => {
    const b = new BoundaryBreaker([hosted, local], 2);
    b.record("hosted-eu", "slow", 0, 0);
    b.record("hosted-eu", "bad-answer", 0, 0);
    expect(chosen(b, ask("internal"))).toBe("local-eu");
  });
});
