import { describe, expect, it } from "vitest";
import { cost, route as routeAt, type Target, type Turn } from "./affine-router.ts";

const now = 1_800_000_000_000;
const route = (turn: Turn, targets: readonly Target[]) => routeAt(turn, targets, now);
const target = (over: Partial<Target>): Target => ({
  name: "hosted-eu",
  zone: "hosted",
  runsIn: "eu",
  restsIn: "nowhere",
  probed: now,
  contracted: true,
  sharedCache: false,
  price: { input: 3e-6, cachedInput: 0.3e-6, output: 15e-6 },
  load: 0.3,
  ...over,
});
const hosted = target({});
const cheap = target({
  name: "hosted-small",
  price: { input: 1e-6, cachedInput: 0.1e-6, output: 5e-6 },
  restsIn: "eu",
});
const local = target({ name: "local-eu", zone: "local", price: { input: 0, cachedInput: 0, output: 8e-6 } });
const turn: Turn = {
  dataClass: "internal",
  tenantRegion: "eu",
  redacted: false,
  prefixTokens: 40_000,
  newTokens: 300,
  outputTokens: 400,
};

describe("route", () => {
  it("keeps restricted data local and refuses when local is gone", () => {
    const restricted: Turn = { ...turn, dataClass: "restricted" };
    expect(route(restricted, [hosted, cheap, local]).target).toBe(local);
    expect(route(restricted, [hosted, cheap])).toEqual({ target: undefined, why: "no lawful target" });
  });

  it("sends confidential data only to a no-retention target of the region", () => {
    const confidential: Turn = { ...turn, dataClass: "confidential" };
    expect(route(confidential, [cheap, hosted]).target).toBe(hosted);
  });

  it("leaves a route that the egress gate closes, also in the middle of a session", () => {
    const warm: Turn = { ...turn, last: { target: "hosted-eu", toolCallOpen: false } };
    const { probed: _, ...unprobed } = hosted;
    expect(route(turn, [{ ...cheap, contracted: false }, hosted]).target).toBe(hosted);
    expect(route(warm, [unprobed, cheap]).target).toBe(cheap);
  });

  it("counts the lost prefix before it moves a warm session to a cheaper model", () => {
    const warm: Turn = { ...turn, last: { target: "hosted-eu", toolCallOpen: false } };
    expect(cost(turn, cheap)).toBeLessThan(cost(turn, hosted));
    expect(route(warm, [hosted, cheap])).toEqual({ target: hosted, why: "stay" });
    expect(route(turn, [hosted, cheap])).toEqual({ target: cheap, why: "cheapest" });
  });

  it("returns a tool result to the model that asked for it, or fails", () => {
    const open: Turn = { ...turn, last: { target: "hosted-eu", toolCallOpen: true } };
    expect(route(open, [{ ...hosted, load: 2 }, cheap]).why).toBe("locked");
    expect(route(open, [cheap])).toEqual({ target: undefined, why: "lock lost" });
  });

  it("releases a saturated target", () => {
    const warm: Turn = { ...turn, last: { target: "hosted-eu", toolCallOpen: false } };
    expect(route(warm, [{ ...hosted, load: 1.2 }, cheap]).target).toBe(cheap);
  });
});
