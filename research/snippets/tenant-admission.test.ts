import { describe, expect, it } from "vitest";
import { type Job, TenantAdmission } from "./tenant-admission.ts";

const job = (tenant: string, inputTokens = 100, maxOutputTokens = 50): Job => ({
  tenant,
  inputTokens,
  maxOutputTokens,
});
const drain = (q: TenantAdmission<Job>, n: number) => Array.from({ length: n }, () => q.next()?.tenant);

describe("tenant-fair admission", () => {
  it("keeps a flood from one tenant from starving another", () => {
    const q = new TenantAdmission<Job>();
    for (let i = 0; i < 50; i++) q.enqueue(job("loud"));
    for (let i = 0; i < 5; i++) q.enqueue(job("quiet"));
    expect(drain(q, 10).filter((t) => t === "quiet")).toHaveLength(5);
  });

  it("charges tokens, so long prompts take fewer turns than short ones", () => {
    const q = new TenantAdmission<Job>();
    for (let i = 0; i < 20; i++) {
      q.enqueue(job("long", 5_700, 50));
      q.enqueue(job("short", 100, 50));
    }
    expect(drain(q, 21).filter((t) => t === "long").length).toBeLessThanOrEqual(2);
  });

  it("is work-conserving: a lone tenant gets all the capacity", () => {
    const q = new TenantAdmission<Job>();
    for (let i = 0; i < 3; i++) q.enqueue(job("only"));
    expect(drain(q, 4)).toEqual(["only", "only", "only", undefined]);
  });

  it("gives no credit for idle time", () => {
    const q = new TenantAdmission<Job>();
    for (let i = 0; i < 30; i++) q.enqueue(job("busy"));
    drain(q, 20);
    for (let i = 0; i < 30; i++) q.enqueue(job("late"));
    expect(drain(q, 8).filter((t) => t === "late").length).toBeLessThanOrEqual(5);
  });

  it("honours weights and settles unused reservations", () => {
    const q = new TenantAdmission<Job>(undefined, (t) => (t === "gold" ? 3 : 1));
    for (let i = 0; i < 40; i++) {
      q.enqueue(job("gold"));
      q.enqueue(job("base"));
    }
    expect(drain(q, 16).filter((t) => t === "gold")).toHaveLength(12);
    const before = q.served("base");
    q.settle(job("base"), 10);
    expect(q.served("base")).toBeLessThan(before);
  });

  it("bounds the service gap of two backlogged tenants by twice the largest job", () => {
    const q = new TenantAdmission<Job>();
    const size = (i: number) => job(i % 2 ? "a" : "b", 50 + ((i * 7919) % 900), 10 + ((i * 104729) % 300));
    let largest = 0;
    for (let i = 0; i < 400; i++) {
      const j = size(i);
      largest = Math.max(largest, j.inputTokens + 4 * j.maxOutputTokens);
      q.enqueue(j);
    }
    for (let i = 0; i < 200; i++) {
      q.next();
      expect(Math.abs(q.served("a") - q.served("b"))).toBeLessThanOrEqual(2 * largest);
    }
  });
});
