import { describe, expect, it } from "vitest";
import { type CallRecord, violations } from "./telemetry-contract.ts";

const base = {
  contract: "genai-2026-11",
  strategy: "hosted",
  data_class: "internal",
  tenant: "t1",
  clock: "gateway",
  "gen_ai.operation.name": "chat",
  outcome: "ok",
};
const model = {
  "gen_ai.request.model": "a",
  "gen_ai.response.model": "a",
  "gen_ai.usage.input_tokens": 10,
  "gen_ai.usage.output_tokens": 5,
};
const hosted: CallRecord = {
  strategy: "hosted",
  dataClass: "internal",
  attributes: { ...base, ...model, price_version: "2026-11-01" },
  labels: ["tenant", "strategy"],
};

describe("telemetry contract", () => {
  it("accepts a complete hosted record", () => expect(violations(hosted)).toEqual([]));

  it("asks a local record for GPU time and a hosted one for its price version", () => {
    expect(violations({ ...hosted, strategy: "local" })).toEqual(["missing gpu_seconds"]);
    expect(violations({ ...hosted, attributes: { ...base, ...model } })).toEqual(["missing price_version"]);
  });

  it("asks an MCP record for its trace context", () => {
    const attributes = { ...base, strategy: "mcp", "mcp.method.name": "tools/call", "gen_ai.tool.name": "search" };
    expect(violations({ strategy: "mcp", dataClass: "internal", attributes, labels: [] })).toEqual([
      "missing traceparent",
    ]);
  });

  it("lets content through for public data only, and secrets never", () => {
    const attributes = {
      ...hosted.attributes,
      "gen_ai.input.messages": "[]",
      "http.request.header.Authorization": "Bearer x",
    };
    expect(violations({ ...hosted, attributes })).toEqual([
      "content gen_ai.input.messages in class internal",
      "secret http.request.header.Authorization",
    ]);
    expect(violations({ ...hosted, dataClass: "public", attributes })).toEqual([
      "secret http.request.header.Authorization",
    ]);
  });

  it("keeps unbounded labels out of metrics", () =>
    expect(violations({ ...hosted, labels: ["session.id"] })).toEqual(["unbounded label session.id"]));

  it("reports an old contract, a foreign clock and restricted data at a hosted model", () => {
    const attributes = { ...hosted.attributes, contract: "v1.36", clock: "browser" };
    expect(violations({ ...hosted, dataClass: "restricted", attributes })).toEqual([
      "contract v1.36, expected genai-2026-11",
      "unknown clock browser",
      "restricted data left for a hosted model",
    ]);
  });

  it("wants an estimate when a stream broke before usage arrived", () => {
    const attributes = { ...hosted.attributes, outcome: "stream_broken", "gen_ai.usage.output_tokens": 0 };
    expect(violations({ ...hosted, attributes })).toHaveLength(1);
    expect(violations({ ...hosted, attributes: { ...attributes, estimated_output_tokens: 300 } })).toEqual([]);
  });
});
