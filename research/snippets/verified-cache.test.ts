import { describe, expect, it } from "vitest";
import { type Query, VerifiedCache } from "./verified-cache.ts";

const words = ["cancel", "close", "card", "account", "how", "do", "i", "my"];
const embed = (text: string) => words.map((w) => (text.toLowerCase().split(/\W+/).includes(w) ? 1 : 0));
/** A strict stand-in for a judge model: the verbs must agree. */
const verify = (asked: string, stored: { text: string }) =>
  ["cancel", "close"].every((verb) => asked.includes(verb) === stored.text.includes(verb));

const query = (over: Partial<Query> = {}): Query => ({
  tenant: "north",
  dataClass: "internal",
  model: "m-1",
  text: "how do i cancel my card account",
  ...over,
});

describe("VerifiedCache", () => {
  it("answers a verified near match", () => {
    const cache = new VerifiedCache(embed, verify, 0.8);
    cache.put(query(), "Call the card desk.");
    expect(cache.get(query({ text: "how do i cancel card account" }))).toEqual({
      hit: true,
      answer: "Call the card desk.",
    });
  });

  it("refuses a near match with another intent", () => {
    const cache = new VerifiedCache(embed, verify, 0.8);
    cache.put(query(), "Call the card desk.");
    expect(cache.get(query({ text: "how do i close my card account" }))).toEqual({ hit: false, why: "refused" });
  });

  it("never crosses a tenant, a data class or a model", () => {
    const cache = new VerifiedCache(embed, verify, 0.8);
    cache.put(query(), "Call the card desk.");
    for (const over of [{ tenant: "south" }, { dataClass: "confidential" }, { model: "m-2" }] as const)
      expect(cache.get(query(over))).toEqual({ hit: false, why: "far" });
  });

  it("neither stores nor reads restricted data", () => {
    const cache = new VerifiedCache(embed, verify, 0.8);
    cache.put(query({ dataClass: "restricted" }), "secret");
    expect(cache.get(query({ dataClass: "restricted" }))).toEqual({ hit: false, why: "barred" });
  });
});
