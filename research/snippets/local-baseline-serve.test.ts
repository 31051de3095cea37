import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const config = parse(readFileSync(new URL("./local-baseline-serve.yml", import.meta.url), "utf8")) as Record<
  string,
  unknown
>;

describe("local-baseline-serve.yml", () => {
  it("shares a prefix cache only with a collision-resistant hash", () => {
    expect(config["enable-prefix-caching"]).toBe(true);
    expect(config["prefix-caching-hash-algo"]).toMatch(/^sha256/);
  });

  it("listens where only the gateway reaches it", () => expect(config["host"]).toBe("127.0.0.1"));

  it("leaves the key-value cache in full precision", () => expect(config["kv-cache-dtype"]).toBe("auto"));

  it("holds our largest prompt and its answer", () =>
    expect(config["max-model-len"]).toBeGreaterThanOrEqual(20_000 + 3_000));

  it("serves a pinned path, not a name that someone can move", () => expect(config["model"]).toMatch(/^\/models\//));
});
