import { describe, expect, it } from "vitest";
import { BatchCollector, type Job } from "./batch-collector.ts";

const HOUR = 3_600_000;
const limits = { jobs: 3, bytes: 1000, ageMs: 10 * 60_000, windowMs: 24 * HOUR };
const job = (id: string, over: Partial<Job> = {}): Job => ({
  id,
  tenant: "north",
  dataClass: "internal",
  prefixId: "p1",
  bytes: 100,
  due: 48 * HOUR,
  ...over,
});
const collector = () => {
  const sent: string[][] = [];
  return { sent, lane: new BatchCollector(limits, (jobs) => sent.push(jobs.map((j) => j.id))) };
};

describe("BatchCollector", () => {
  it("closes by count", () => {
    const { sent, lane } = collector();
    for (const id of ["a", "b", "c", "d"]) lane.add(job(id), 0);
    expect(sent).toEqual([["a", "b", "c"]]);
  });

  it("closes by size before it would overflow", () => {
    const { sent, lane } = collector();
    lane.add(job("a", { bytes: 700 }), 0);
    lane.add(job("b", { bytes: 700 }), 0);
    expect(sent).toEqual([["a"]]);
  });

  it("closes by the age of the oldest job", () => {
    const { sent, lane } = collector();
    lane.add(job("a"), 0);
    lane.add(job("b"), limits.ageMs - 1);
    lane.tick(limits.ageMs - 1);
    expect(sent).toEqual([]);
    lane.tick(limits.ageMs);
    expect(sent).toEqual([["a", "b"]]);
  });

  it("keeps tenants and prefixes apart", () => {
    const { sent, lane } = collector();
    lane.add(job("a"), 0);
    lane.add(job("b", { tenant: "south" }), 0);
    lane.add(job("c", { prefixId: "p2" }), 0);
    lane.tick(limits.ageMs);
    expect(sent).toEqual([["a"], ["b"], ["c"]]);
  });

  it("turns away what a batch may not hold or cannot finish in time", () => {
    const { sent, lane } = collector();
    expect(lane.add(job("a", { dataClass: "confidential" }), 0)).toBe("real-time: barred by data class");
    expect(lane.add(job("b", { dataClass: "restricted" }), 0)).toBe("real-time: barred by data class");
    expect(lane.add(job("c", { due: 24 * HOUR }), 0)).toBe("real-time: due too soon");
    lane.tick(limits.ageMs);
    expect(sent).toEqual([]);
  });
});
