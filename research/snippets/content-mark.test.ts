import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { detect, MarkStore, markText, needsLabel } from "./content-mark.ts";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const about = { tenant: "acme", model: "open-12b", strategy: "local", at: "2026-11-22T10:00:00Z" } as const;
const marked = markText("Our spring range\nis here.", about, privateKey);

describe("content mark", () => {
  it("is detected by anybody with the public key", () => {
    expect(detect(marked, publicKey)).toBe("marked");
  });

  it("survives reflowing but not rewriting", () => {
    expect(detect({ ...marked, text: "OUR SPRING RANGE  is here." }, publicKey)).toBe("marked");
    expect(detect({ ...marked, text: "Our summer range is here." }, publicKey)).toBe("altered");
  });

  it("cannot be claimed for another model or by another key", () => {
    expect(detect({ ...marked, mark: { ...marked.mark, model: "other" } }, publicKey)).toBe("forged");
    expect(detect(marked, generateKeyPairSync("ed25519").publicKey)).toBe("forged");
  });

  it("is found again after a platform stripped it", () => {
    const store = new MarkStore();
    store.keep(marked);
    expect(store.find("our spring range is here")?.mark.tenant).toBe("acme");
    expect(store.find("something else entirely")).toBeUndefined();
  });

  it("asks for a visible label only where no editor answers", () => {
    expect(needsLabel(marked.mark, true)).toBe(true);
    expect(needsLabel(marked.mark, false)).toBe(false);
    expect(needsLabel({ ...marked.mark, editor: "user:ana" }, true)).toBe(false);
  });
});
