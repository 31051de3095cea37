import { describe, expect, it } from "vitest";
import { AuditChain, type AuditEvent, firstBreak, TenantKeys } from "./audit-chain.ts";

const event = (tenant: string, action: string): AuditEvent => ({
  at: "2026-11-22T10:00:00Z",
  tenant,
  actors: ["user:ana", "agent:planner"],
  action,
  decision: "allow",
  dataClass: "confidential",
});

const chainOf = (...tenants: string[]) => {
  const keys = new TenantKeys();
  const chain = new AuditChain(keys);
  tenants.forEach((tenant, index) => chain.append(event(tenant, `draft-${index}`), `prompt of ${tenant} ${index}`));
  return { keys, chain, anchor: chain.records.at(-1)?.hash ?? "" };
};

describe("audit chain", () => {
  it("verifies an untouched chain and reads its content back", () => {
    const { chain, anchor } = chainOf("acme", "globex", "acme");
    expect(firstBreak(chain.records, anchor)).toBe(-1);
    expect(chain.open(chain.records[1]!)).toBe("prompt of globex 1");
  });

  it("names the first record that was changed, removed or reordered", () => {
    const { chain, anchor } = chainOf("acme", "globex", "acme");
    const [a, b, c] = chain.records as [never, never, never];
    const forged = { ...chain.records[1]!, decision: "deny" as const };
    expect(firstBreak([a, forged, c], anchor)).toBe(1);
    expect(firstBreak([a, c], anchor)).toBe(1);
    expect(firstBreak([b, a, c], anchor)).toBe(0);
  });

  it("sees a cut tail only because the anchor is kept elsewhere", () => {
    const { chain, anchor } = chainOf("acme", "globex", "acme");
    const cut = chain.records.slice(0, 2);
    expect(firstBreak(cut, cut.at(-1)!.hash)).toBe(-1);
    expect(firstBreak(cut, anchor)).toBe(2);
  });

  it("erases one tenant by its key and leaves the chain and the others whole", () => {
    const { keys, chain, anchor } = chainOf("acme", "globex", "acme");
    keys.destroy("acme");
    expect(() => chain.open(chain.records[0]!)).toThrow("destroyed");
    expect(chain.open(chain.records[1]!)).toBe("prompt of globex 1");
    expect(firstBreak(chain.records, anchor)).toBe(-1);
    expect(() => chain.append(event("acme", "late"), "x")).toThrow("destroyed");
  });

  it("keeps plain content out of what is stored", () => {
    const { chain } = chainOf("acme");
    expect(JSON.stringify(chain.records)).not.toContain("prompt of acme");
  });
});
