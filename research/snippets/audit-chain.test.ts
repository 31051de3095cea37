import { describe, expect, it } from "vitest";
import { AuditChain, type AuditEvent, type AuditRecord, ContentKeys, firstBreak } from "./audit-chain.ts";

const event = (tenant: string, over: Partial<AuditEvent> = {}): AuditEvent => ({
  at: "2026-11-22T10:00:00Z",
  tenant,
  trace_id: "t1",
  actors: ["user:ana", "agent:planner"],
  action: "model-call",
  decision: "allow",
  because: "class rule",
  data_class: "confidential",
  strategy: "hosted",
  processor: "provider-eu",
  tool_pin: null,
  ...over,
});
const {
  tenant: _,
  action: __,
  ...erasure
} = event("system", {
  actors: ["user:ops-1", "user:ops-2"],
  because: "request 7",
  strategy: null,
  processor: null,
});

const chainOf = (...tenants: string[]) => {
  const keys = new ContentKeys();
  const chain = new AuditChain(keys);
  tenants.forEach((tenant, index) => chain.append(event(tenant), `prompt of ${tenant} ${index}`));
  return { keys, chain, anchor: chain.records.at(-1)?.hash ?? "" };
};

describe("audit chain", () => {
  it("verifies an untouched chain and reads its content back", () => {
    const { chain, anchor } = chainOf("acme", "globex", "acme");
    expect(firstBreak(chain.records, anchor)).toBe(-1);
    expect(chain.open(chain.records[1]!)).toBe("prompt of globex 1");
  });

  it("names the first record that was removed or reordered", () => {
    const { chain, anchor } = chainOf("acme", "globex", "acme");
    const [a, b, c] = chain.records as [never, never, never];
    expect(firstBreak([a, c], anchor)).toBe(1);
    expect(firstBreak([b, a, c], anchor)).toBe(0);
  });

  it("names the record that was changed, whichever field it was", () => {
    const { chain, anchor } = chainOf("acme", "globex", "acme");
    const [a, b, c] = chain.records as [AuditRecord, AuditRecord, AuditRecord];
    for (const field of Object.keys(b))
      expect([field, firstBreak([a, { ...b, [field]: "x" }, c], anchor)]).toEqual([field, 1]);
  });

  it("sees a cut tail only because the anchor is kept elsewhere", () => {
    const { chain, anchor } = chainOf("acme", "globex", "acme");
    const cut = chain.records.slice(0, 2);
    expect(firstBreak(cut, cut.at(-1)!.hash)).toBe(-1);
    expect(firstBreak(cut, anchor)).toBe(2);
  });

  it("stays whole when content expires, and says so when the content is asked for", () => {
    const { chain, anchor } = chainOf("acme", "globex");
    chain.contents.delete(chain.records[0]!.hash);
    expect(firstBreak(chain.records, anchor)).toBe(-1);
    expect(() => chain.open(chain.records[0]!)).toThrow("expired");
  });

  it("notices content that was exchanged for that of another record", () => {
    const { chain } = chainOf("acme", "acme");
    const [a, b] = chain.records;
    chain.contents.set(a!.hash, chain.contents.get(b!.hash)!);
    expect(() => chain.open(a!)).toThrow("exchanged");
  });

  it("erases one tenant by its keys, records that, and takes the tenant's next call", () => {
    const { chain } = chainOf("acme", "globex", "acme");
    chain.append(event("acme", { at: "2026-12-01T10:00:00Z" }), "prompt of December");
    const old = chain.records.filter(({ tenant }) => tenant === "acme");
    expect(chain.erase("acme", erasure)).toMatchObject({
      tenant: "system",
      because: "acme: request 7",
      content_digest: null,
    });
    for (const record of old) expect(() => chain.open(record)).toThrow("destroyed");
    expect(chain.open(chain.records[1]!)).toBe("prompt of globex 1");
    const next = chain.append(event("acme"), "the next prompt");
    expect(chain.open(next)).toBe("the next prompt");
    expect(firstBreak(chain.records, next.hash)).toBe(-1);
  });

  it("holds one key per tenant and month", () => {
    const keys = new ContentKeys();
    const ids = [
      ["acme", "2026-11"],
      ["acme", "2026-11"],
      ["acme", "2026-12"],
      ["globex", "2026-11"],
    ] as const;
    expect(new Set(ids.map(([tenant, month]) => keys.current(tenant, month))).size).toBe(3);
  });

  it("keeps plain content out of what is stored", () => {
    const { chain } = chainOf("acme");
    expect(JSON.stringify([chain.records, [...chain.contents]])).not.toContain("prompt of acme");
  });
});
