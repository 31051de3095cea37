import { describe, expect, it } from "vitest";
import { cacheScopes, type Envelope, open, seal } from "./tenant-envelope.ts";

const key = Buffer.from("a key of the gateway, thirty-two!");
const base: Envelope = {
  tenant: "acme",
  group: "retail",
  dataClass: "confidential",
  region: "eu",
  strategies: ["local", "hybrid"],
  trace: "t-1",
  expires: 2_000,
};
const with_ = (part: Partial<Envelope>): Envelope => ({ ...base, ...part });

describe("tenant envelope", () => {
  it("comes back as it went", () => {
    expect(open(seal(base, key), key, 1_000)).toEqual(base);
  });

  it("refuses a tenant that somebody rewrote", () => {
    const [, tag] = seal(base, key).split(".");
    const forged = `${Buffer.from(JSON.stringify(with_({ tenant: "rival" }))).toString("base64url")}.${tag}`;
    expect(() => open(forged, key, 1_000)).toThrow("bad signature");
  });

  it("refuses another key, a missing tag and a late call", () => {
    const token = seal(base, key);
    expect(() => open(token, Buffer.from("another key"), 1_000)).toThrow("bad signature");
    expect(() => open(token.split(".")[0] ?? "", key, 1_000)).toThrow("bad signature");
    expect(() => open("", key, 1_000)).toThrow("bad signature");
    expect(() => open(token, key, 2_000)).toThrow("expired");
  });

  it("gives two tenants two scopes, two regions two and two uses two", () => {
    const envelopes = [base, with_({ tenant: "rival" }), with_({ region: "us" }), with_({ dataClass: "internal" })];
    const scopes = envelopes.map((e) => cacheScopes(e, key)).flatMap((s) => [s.prefixSalt, s.answers]);
    expect(new Set(scopes).size).toBe(8);
  });

  it("widens the circle as the class relaxes", () => {
    const rival = with_({ tenant: "rival" });
    const same = (dataClass: Envelope["dataClass"]) =>
      cacheScopes({ ...base, dataClass }, key).prefixSalt === cacheScopes({ ...rival, dataClass }, key).prefixSalt;
    expect([same("public"), same("internal"), same("confidential"), same("restricted")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const stranger = with_({ tenant: "third", group: "media", dataClass: "internal" });
    expect(cacheScopes(stranger, key)).not.toEqual(cacheScopes(with_({ dataClass: "internal" }), key));
  });

  it("keeps no answer to a restricted request", () => {
    const restricted = cacheScopes(with_({ dataClass: "restricted" }), key);
    expect(restricted.answers).toBeUndefined();
    expect(restricted.prefixSalt).toHaveLength(32);
  });
});
