import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";

interface Rule {
  shared?: boolean;
  clientSelectors: { headers: { name: string; type: string }[] }[];
  limit: { requests: number; fromMetadata?: { namespace: string } };
  cost: { request: { number: number }; response: { metadata: { key: string } } };
}
const text = readFileSync(new URL("./gateway-tenant-limits.yml", import.meta.url), "utf8");
const docs = parseAllDocuments(text);
const [policy, config] = docs.map((d) => d.toJS()) as [
  { kind: string; spec: { rateLimit: { global: { rules: Rule[] } } } },
  { kind: string; spec: { globalLLMRequestCosts: { metadataKey: string; cel?: string }[] } },
];
const { rules } = policy.spec.rateLimit.global;
const costs = config.spec.globalLLMRequestCosts;

describe("tier-one limits", () => {
  it("parses as two resources", () => {
    expect(docs.flatMap((d) => d.errors)).toEqual([]);
    expect([policy.kind, config.kind]).toEqual(["BackendTrafficPolicy", "GatewayConfig"]);
  });

  it("gives every tenant its own bucket, sized by trusted metadata", () => {
    for (const rule of rules) {
      expect(rule.clientSelectors.flatMap((s) => s.headers)).toContainEqual({ name: "x-tenant-id", type: "Distinct" });
      expect(rule.limit.fromMetadata?.namespace).toBe("envoy.filters.http.ext_authz");
      expect(rule.shared).toBe(true);
    }
  });

  it("names the oldest version that knows the field, since older ones drop it in silence", () =>
    expect(text).toContain("Envoy Gateway 1.9"));

  it("falls back to almost nothing, since a missing budget fails open to the static limit", () => {
    for (const rule of rules) expect(rule.limit.requests).toBeLessThanOrEqual(1);
  });

  it("charges only costs that the gateway computes, and no requests", () => {
    const keys = new Set(costs.map((c) => c.metadataKey));
    for (const rule of rules) {
      expect(rule.cost.request.number).toBe(0);
      expect(keys.has(rule.cost.response.metadata.key)).toBe(true);
    }
  });

  it("weighs a cached input token at a tenth and an output token at five times an input token", () => {
    const formula = (costs[0]?.cel ?? "").replace(/(\d+)u/g, "$1");
    const cost = new Function("input_tokens", "cached_input_tokens", "output_tokens", `return ${formula}`);
    expect(cost(6_000, 3_600, 900)).toBe(24_000 + 3_600 + 45_000);
    expect(cost(100, 100, 0) * 10).toBe(cost(100, 0, 0));
  });
});
