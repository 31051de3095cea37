/** The same work is found under other spellings, and another edition is not taken for it. */
import { describe, expect, it } from "vitest";
import { type Candidate, DuplicateIndex } from "../../src/cite/duplicates.ts";

const vtc: Candidate = {
  type: "paper-conference",
  title: "Fairness in Serving Large Language Models",
  author: [{ family: "Sheng", given: "Ying" }, { family: "Cao" }],
  issued: "2024-07",
  DOI: "10.1145/Abc.1",
  URL: "https://www.usenix.org/conference/osdi24/presentation/sheng",
};
const find = (known: Candidate, candidate: Candidate) => new DuplicateIndex([["known", known]]).find(candidate);

describe("a duplicate by identifier", () => {
  it.each<[string, Candidate, Candidate]>([
    ["DOI 10.1145/abc.1", vtc, { DOI: "10.1145/abc.1" }],
    ["DOI 10.1145/abc.1", vtc, { URL: "https://doi.org/10.1145/abc.1" }],
    ["arXiv id 2401.00588", { DOI: "10.48550/arXiv.2401.00588" }, { URL: "https://arxiv.org/pdf/2401.00588v2" }],
    [
      "address http://usenix.org/conference/osdi24/presentation/sheng/?utm_source=x",
      vtc,
      { URL: "http://usenix.org/conference/osdi24/presentation/sheng/?utm_source=x" },
    ],
    ["ISBN 9780306406157", { type: "book", ISBN: "0-306-40615-2" }, { type: "book", ISBN: "978-0-306-40615-7" }],
    ["RFC 9110", { URL: "https://www.rfc-editor.org/rfc/rfc9110" }, { DOI: "10.17487/RFC9110" }],
    ["PMID 123", { PMID: "123" }, { URL: "https://pubmed.ncbi.nlm.nih.gov/123/" }],
  ])("%s", (name, known, candidate) =>
    expect(find(known, candidate)).toEqual({ key: "known", reason: `the same ${name}`, score: 1 }),
  );

  it("is no chapter of the same book, and no other paper of the same proceedings page", () => {
    const chapter = { type: "chapter", ISBN: "9780306406157" };
    expect(
      find({ ...chapter, title: "One thing entirely" }, { ...chapter, title: "Quite another matter" }),
    ).toBeUndefined();
    const page = { URL: "https://example.org/proceedings" };
    expect(
      find({ ...page, DOI: "10.1000/1", title: "One" }, { ...page, DOI: "10.1000/2", title: "Two" }),
    ).toBeUndefined();
  });
});

describe("a duplicate by title, author and year", () => {
  const bare: Candidate = { title: vtc.title, author: vtc.author, issued: vtc.issued };

  it.each<[string, Candidate]>([
    ["the same title, the same author and year", bare],
    [
      "a very similar title, the same author and year",
      { ...bare, title: "Fairness in serving large langauge models." },
    ],
    [
      "a very similar title, the same author and year",
      { ...bare, title: "Fairness in Serving Large Language Models: A Scheduler for Tenants" },
    ],
    ["the same title, the same author", { ...bare, issued: "2023-12", DOI: "10.48550/arXiv.2401.00588" }],
  ])("%s", (reason, candidate) => {
    const found = find(vtc, candidate);
    expect(found).toMatchObject({ key: "known", reason });
    expect(found?.score).toBeGreaterThanOrEqual(0.85);
  });

  it.each<[string, Candidate, Candidate]>([
    ["another edition", { ...bare, edition: "1" }, { ...bare, edition: "2nd" }],
    ["another volume", { ...bare, volume: "1" }, { ...bare, volume: "2" }],
    ["years far apart", bare, { ...bare, issued: "2019" }],
    [
      "another part",
      { ...bare, title: "On the Art of Serving Models, Part II" },
      { ...bare, title: "On the Art of Serving Models, Part III" },
    ],
    [
      "another release",
      { title: "llm-d v0.8: From Platform to Control Plane" },
      { title: "llm-d v0.9: From Platform to Control Plane" },
    ],
    [
      "another year in the title",
      { title: "State of AI Engineering Report 2024" },
      { title: "State of AI Engineering Report 2025" },
    ],
    ["other authors", bare, { ...bare, author: [{ family: "Other" }] }],
    ["another DOI", { ...bare, DOI: "10.1145/1" }, { ...bare, DOI: "10.1109/2" }],
    ["a short title alone", { title: "Editorial" }, { title: "Editorial" }],
    ["no title", {}, {}],
  ])("not with %s", (_, known, candidate) => expect(find(known, candidate)).toBeUndefined());

  it("takes the best of several, and what was added later", () => {
    const index = new DuplicateIndex([["near", { ...bare, title: "Fairness in Serving Large Language Modules" }]]);
    expect(index.find(bare)?.key).toBe("near");
    index.add("exact", bare);
    expect(index.find(bare)?.key).toBe("exact");
    for (let count = 0; count < 2000; count += 1)
      index.add(`n${count}`, { title: `Filler number ${count} about something else` });
    expect(index.find(bare)?.key).toBe("exact");
  });

  it("takes hostile records in its stride", () => {
    const index = new DuplicateIndex([
      ["a", { title: "x".repeat(1_000_000), URL: "not a url", ISBN: ",,;", DOI: "nonsense" }],
    ]);
    expect(
      index.find({ title: "<".repeat(100_000), URL: "javascript:alert(1)", issued: "soon", PMID: "x" }),
    ).toBeUndefined();
  });
});
