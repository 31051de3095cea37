import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { cacheScopes, type Envelope, open, renew, seal } from "./tenant-envelope.ts";

const edge = generateKeyPairSync("ed25519");
const secret = Buffer.from("a secret of the gateway, for salts");
const base: Envelope = {
  tenant: "acme",
  group: "retail",
  dataClass: "confidential",
  region: "eu",
  strategies: ["local", "hybrid"],
  trace: "t-1",
  job: "9f86d081",
  audience: ["gateway", "ledger"],
  expires: 2_000,
};
const with_ = (part: Partial<Envelope>): Envelope => ({ ...base, ...part });
const token = seal(base, edge.privateKey);

describe("tenant envelope", () => {
  it("comes back as it went", () => {
    expect(open(token, edge.publicKey, "gateway", 1_000)).toEqual(base);
  });

  it("refuses a tenant that somebody rewrote", () => {
    const [, tag] = token.split(".");
    const forged = `${Buffer.from(JSON.stringify(with_({ tenant: "rival" }))).toString("base64url")}.${tag}`;
    expect(() => open(forged, edge.publicKey, "gateway", 1_000)).toThrow("bad signature");
  });

  it("cannot be signed with what a verifier holds", () => {
    expect(() => seal(with_({ tenant: "rival" }), edge.publicKey)).toThrow();
  });

  it("refuses another key, a missing tag, another audience and a late call", () => {
    const other = generateKeyPairSync("ed25519").publicKey;
    expect(() => open(token, other, "gateway", 1_000)).toThrow("bad signature");
    expect(() => open(token.split(".")[0] ?? "", edge.publicKey, "gateway", 1_000)).toThrow("bad signature");
    expect(() => open("", edge.publicKey, "gateway", 1_000)).toThrow("bad signature");
    expect(() => open(token, edge.publicKey, "mcp.example.com", 1_000)).toThrow("not for mcp.example.com");
    expect(() => open(token, edge.publicKey, "gateway", 2_000)).toThrow("expired");
  });

  it("renews a queued job after hours, for the same tenant and job, and not past its due time", () => {
    const hour = 3_600_000;
    const job = seal(with_({ audience: ["edge"], expires: 24 * hour }), edge.privateKey);
    expect(() => open(job, edge.publicKey, "gateway", 6 * hour)).toThrow("not for gateway");
    const fresh = open(renew(job, edge, ["gateway"], 6 * hour), edge.publicKey, "gateway", 6 * hour);
    expect(fresh).toEqual(with_({ audience: ["gateway"], expires: 6 * hour + 300_000 }));
    expect(() => renew(job, edge, ["gateway"], 24 * hour)).toThrow("expired");
    expect(() => renew(token, edge, ["gateway"], 1_000)).toThrow("not for edge");
  });

  it("gives two tenants two scopes, two regions two and two uses two", () => {
    const envelopes = [base, with_({ tenant: "rival" }), with_({ region: "us" }), with_({ dataClass: "internal" })];
    const scopes = envelopes.map((e) => cacheScopes(e, secret)).flatMap((s) => [s.prefixSalt, s.answers]);
    expect(new Set(scopes).size).toBe(8);
  });

  it("widens the circle of prefixes as the class relaxes, and never that of answers", () => {
    const rival = with_({ tenant: "rival" });
    const same = (dataClass: Envelope["dataClass"], use: "prefixSalt" | "answers") =>
      cacheScopes({ ...base, dataClass }, secret)[use] === cacheScopes({ ...rival, dataClass }, secret)[use];
    expect(same("public", "prefixSalt")).toBe(true);
    expect(same("internal", "prefixSalt")).toBe(true);
    expect(same("confidential", "prefixSalt")).toBe(false);
    expect(same("restricted", "prefixSalt")).toBe(false);
    for (const dataClass of ["public", "internal", "confidential"] as const)
      expect(same(dataClass, "answers")).toBe(false);
    const stranger = with_({ tenant: "third", group: "media", dataClass: "internal" });
    expect(cacheScopes(stranger, secret).prefixSalt).not.toBe(
      cacheScopes(with_({ dataClass: "internal" }), secret).prefixSalt,
    );
  });

  it("keeps no answer to a restricted request", () => {
    const restricted = cacheScopes(with_({ dataClass: "restricted" }), secret);
    expect(restricted.answers).toBeUndefined();
    expect(restricted.prefixSalt).toHaveLength(32);
  });
});
