import { describe, expect, it } from "vitest";
import { assemble, type PromptParts, type Tool } from "./prompt-prefix.ts";

const search: Tool = { name: "search", schema: { type: "object", query: { type: "string" } } };
const publish: Tool = { name: "publish", schema: { type: "object", draft: { type: "string" } } };
const parts: PromptParts = {
  instructions: "Write for the reader in front of you.",
  tools: [search, publish],
  tenant: { id: "north", style: "Short sentences." },
  request: "Draft the release note.",
  now: new Date("2026-11-22T10:00:00Z"),
};

describe("assemble", () => {
  it("keeps the prefix bytes when the tenant changes", () => {
    const other = assemble({ ...parts, tenant: { id: "south", style: "Long sentences." } });
    expect(other.prefix).toBe(assemble(parts).prefix);
    expect(other.tenantLayer).not.toBe(assemble(parts).tenantLayer);
  });

  it("keeps the prefix bytes over days, requests, tool order and key order", () => {
    const other = assemble({
      ...parts,
      tools: [{ ...publish, schema: { draft: { type: "string" }, type: "object" } }, search],
      request: "Something else.",
      now: new Date("2027-01-01T00:00:00Z"),
    });
    expect(other.prefix).toBe(assemble(parts).prefix);
    expect(other.prefixId).toBe(assemble(parts).prefixId);
  });

  it("lets no tenant data and no date into the prefix", () => {
    const { prefix } = assemble(parts);
    for (const leak of ["north", "Short sentences", "2026"]) expect(prefix).not.toContain(leak);
  });

  it("changes the id when an instruction changes", () => {
    expect(assemble({ ...parts, instructions: "Write less." }).prefixId).not.toBe(assemble(parts).prefixId);
  });
});
