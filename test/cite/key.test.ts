/** Citation keys: from author, year and title, and free. */
import { describe, expect, it } from "vitest";
import { sourceKey } from "../../src/cite/key.ts";
import { slug } from "../../src/model/scalars.ts";

const none = new Set<string>();

describe("the key of a source", () => {
  it.each([
    [
      {
        author: [{ family: "Sheng", given: "Ying" }],
        title: "Fairness in Serving Large Language Models",
        issued: "2024-07",
      },
      "sheng-fairness-serving-large-2024",
    ],
    [
      { author: [{ literal: "Uber" }], title: "Navigating the LLM Landscape", issued: "2024" },
      "uber-navigating-llm-landscape-2024",
    ],
    [{ organisation: "NIST", title: "AI Risk Management Framework" }, "nist-ai-risk-management"],
    [
      { author: [{ family: "Müller-Lüdenscheidt" }], title: "Die Überprüfung der <i>Größe</i>", issued: "1999" },
      "muller-ludenscheidt-uberprufung-grosse-1999",
    ],
    [{ author: [{ family: "李" }], title: "大模型 服务" }, "li-damoxing-fuwu"],
    [{ title: "The 2024 State of AI", URL: "https://www.example.co.uk/x", issued: "2024" }, "example-co-state-ai-2024"],
    [{ author: [{ family: "O’Brien" }], title: "It", "title-short": "Short form" }, "obrien-short-form"],
    [{ title: "" }, "source"],
    [{ title: "***" }, "source"],
    [{ title: "CON" }, "con-source"],
    [{ title: "🙂🙂" }, expect.stringMatching(/^[a-z0-9-]+$/)],
  ])("%j", (source, key) => expect(sourceKey(source as never, none)).toEqual(key));

  it("is unique, and always a slug of at most 60 letters", () => {
    const taken = new Set<string>();
    for (let count = 0; count < 60; count += 1) taken.add(sourceKey({ title: "Same title" }, taken));
    expect([...taken].slice(0, 3)).toEqual(["same-title", "same-title-b", "same-title-c"]);
    expect(taken.size).toBe(60);
    const long = sourceKey({ author: [{ family: "x".repeat(100_000) }], title: "y".repeat(100), issued: "2024" }, none);
    expect(long).toMatch(/-2024$/);
    expect(long.length).toBeLessThanOrEqual(60);
    for (const key of [...taken, long]) expect(slug().safeParse(key).success).toBe(true);
  });
});
