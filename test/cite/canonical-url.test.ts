/** Addresses of one page in its many spellings come to one. */
import { describe, expect, it } from "vitest";
import { canonicalUrl, urlIdentity } from "../../src/cite/canonical-url.ts";

describe("the canonical address", () => {
  it.each([
    ["HTTPS://Example.ORG:443/A/b?utm_source=x&q=1&fbclid=2#part", "https://example.org/A/b?q=1"],
    ["http://example.org:80", "http://example.org/"],
    ["https://user:secret@example.org/", "https://example.org/"],
    ["https://example.org./a", "https://example.org/a"],
    ["https://example.org/?gid=7&version=2&ref=main", "https://example.org/?gid=7&version=2&ref=main"],
    ["https://example.org/app#/route/1", "https://example.org/app#/route/1"],
    ["https://example.org/app#!state", "https://example.org/app#!state"],
    ["https://example.org/a#:~:text=hello", "https://example.org/a"],
    ["http://dx.doi.org/10.1000/A(1)<2>", "https://doi.org/10.1000/A(1)%3C2%3E"],
    ["https://arxiv.org/pdf/2401.00588v2.pdf#page=3", "https://arxiv.org/abs/2401.00588v2"],
    ["https://raw.githubusercontent.com/o/r/main/a/b.md", "https://github.com/o/r/blob/main/a/b.md"],
    ["https://github.com/o/r/blob/main/a.md?plain=1#L5", "https://github.com/o/r/blob/main/a.md#L5"],
    ["https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"],
  ])("of %s", (text, canonical) => {
    expect(canonicalUrl(text)).toBe(canonical);
    expect(canonicalUrl(canonical)).toBe(canonical);
  });

  it("is none of what is no web address", () => {
    for (const text of [
      "",
      "example.org",
      "ftp://example.org",
      "javascript:alert(1)",
      "https://",
      "file:///etc/passwd",
    ])
      expect(canonicalUrl(text)).toBeUndefined();
  });
});

it("compares addresses without scheme, www, index page, slash and arXiv version", () => {
  const same = (a: string, b: string) => expect(urlIdentity(a)).toBe(urlIdentity(b));
  same("http://www.example.org/a/", "https://example.org/a");
  same("https://example.org/a/index.html?x=1", "https://example.org/a?x=1");
  same("https://arxiv.org/abs/2401.00588v1", "https://arxiv.org/pdf/2401.00588v2");
  same("https://github.com/o/r/blob/main/a.md#L5", "https://github.com/o/r/blob/main/a.md");
  expect(urlIdentity("https://example.org/a?x=1")).not.toBe(urlIdentity("https://example.org/a?x=2"));
});
