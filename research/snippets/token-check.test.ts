import { describe, expect, it } from "vitest";
import { authorise, type Claims, type Server } from "./token-check.ts";

const server: Server = {
  resource: "https://mcp.example.com/briefs",
  issuers: ["https://id.example.com"],
  longestLife: 300,
  tools: { read_brief: { scope: "briefs:read", changes: false }, publish: { scope: "briefs:publish", changes: true } },
};
const claims: Claims = {
  iss: "https://id.example.com",
  aud: server.resource,
  sub: "user:ana",
  scope: "briefs:read briefs:publish",
  iat: 1000,
  exp: 1300,
  tenant: "acme",
  act: { sub: "agent:writer", act: { sub: "agent:planner" } },
};
const call = (change: Partial<Claims>, tool = "read_brief", owner = "acme", now = 1100) =>
  authorise({ ...claims, ...change }, server, { tool, owner, digest: "d1" }, now);

describe("token check", () => {
  it("passes a token of its own and returns the chain for the audit log", () => {
    expect(call({})).toEqual({ ok: true, chain: ["user:ana", "agent:writer", "agent:planner"] });
  });

  it.each([
    ["another issuer", { iss: "https://evil.example" }, 401],
    ["another audience", { aud: "https://mcp.example.com/mail" }, 401],
    ["two audiences", { aud: [server.resource, "https://api.example.com"] }, 401],
    ["an expired token", { exp: 1050 }, 401],
    ["a token that lives for hours", { exp: 9000 }, 401],
    ["a missing scope", { scope: "briefs:list" }, 403],
  ] as const)("refuses %s", (_, change, status) => {
    expect(call(change)).toMatchObject({ ok: false, status });
  });

  it("refuses a scope that merely starts like the right one", () => {
    expect(call({ scope: "briefs:readonly" })).toMatchObject({ ok: false, status: 403 });
  });

  it("refuses the resource of another tenant even with the right scope", () => {
    expect(call({}, "read_brief", "globex")).toMatchObject({
      ok: false,
      because: "resource belongs to another tenant",
    });
  });

  it("wants a person behind a change, and a registered tool", () => {
    expect(call({ sub: "agent:nightly" }, "publish")).toMatchObject({ ok: false, because: "a change needs a person" });
    expect(call({}, "publish")).toMatchObject({ ok: true });
    expect(call({}, "drop_table")).toMatchObject({ ok: false, because: "tool is not registered" });
  });

  it("lets an agent publish later what a person approved, and nothing else", () => {
    const nightly = (approval: Claims["approval"]) =>
      call({ sub: "agent:nightly", act: undefined, approval }, "publish");
    const approval = { by: "user:ana", digest: "d1", until: 2000 };
    expect(nightly(approval)).toEqual({ ok: true, chain: ["user:ana", "agent:nightly"] });
    expect(nightly({ ...approval, digest: "d2" })).toMatchObject({ because: "another change was approved" });
    expect(nightly({ ...approval, until: 1100 })).toMatchObject({ because: "the approval has ended" });
    expect(nightly({ ...approval, by: "agent:planner" })).toMatchObject({ because: "a change needs a person" });
  });
});
