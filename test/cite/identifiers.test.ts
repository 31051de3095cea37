/** What somebody types or pastes, to an identifier. */
import { describe, expect, it } from "vitest";
import { githubPage } from "../../src/cite/github-address.ts";
import { arxivOf, doiOf, isbnOf, recognise } from "../../src/cite/identifiers.ts";

const sici = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2";

describe("DOIs", () => {
  it.each([
    ["10.1000/182", "10.1000/182"],
    ["doi:10.1000/182", "10.1000/182"],
    ["DOI: 10.1000/182.", "10.1000/182"],
    ["https://doi.org/10.1000/182?x=1#y", "10.1000/182"],
    ["http://dx.doi.org/10.1000/182", "10.1000/182"],
    ["doi.org/10.1000/182", "10.1000/182"],
    ["info:doi/10.1000/182", "10.1000/182"],
    [sici, sici],
    [`https://doi.org/${sici}`, sici],
    [`https://doi.org/${encodeURIComponent(sici)}`, sici],
    [
      "10.1002/(SICI)1096-8644(199602)99:2<345::AID-AJPA9>3.0.CO;2-#",
      "10.1002/(SICI)1096-8644(199602)99:2<345::AID-AJPA9>3.0.CO;2-#",
    ],
    ["10.1016/S0140-6736(05)17704-5)", "10.1016/S0140-6736(05)17704-5"],
    ["10.1000/x”", "10.1000/x"],
  ])("%s", (text, doi) => {
    expect(doiOf(text)).toBe(doi);
    expect(recognise(text)).toEqual({ scheme: "doi", id: doi });
  });

  it.each(["10.1/x", "11.1000/182", "https://example.org/10.1000/182", "10.1000/", ""])("not %s", (text) => {
    expect(recognise(text)?.scheme).not.toBe("doi");
  });

  it.each([
    ["https://dl.acm.org/doi/abs/10.1145/3600006.3613165", "10.1145/3600006.3613165"],
    ["https://link.springer.com/article/10.1007/s10994-023-06336-6?utm_source=x", "10.1007/s10994-023-06336-6"],
    ["https://onlinelibrary.wiley.com/doi/pdf/10.1002/spe.1.pdf", "10.1002/spe.1"],
  ])("in the publisher's address %s", (text, id) => expect(recognise(text)).toEqual({ scheme: "doi", id }));
});

describe("arXiv", () => {
  it.each([
    ["2401.00588", "2401.00588", undefined],
    ["arXiv:2401.00588v2", "2401.00588", "v2"],
    ["arXiv:2401.00588v2 [cs.AI]", "2401.00588", "v2"],
    ["hep-th/9901001v3", "hep-th/9901001", "v3"],
    ["math.GT/0309136", "math.GT/0309136", undefined],
    ["https://arxiv.org/abs/2401.00588v1", "2401.00588", "v1"],
    ["https://arxiv.org/pdf/2401.00588.pdf", "2401.00588", undefined],
    ["https://export.arxiv.org/abs/hep-th/9901001?context=x", "hep-th/9901001", undefined],
    ["https://ar5iv.labs.arxiv.org/html/2401.00588", "2401.00588", undefined],
    ["10.48550/arXiv.2401.00588", "2401.00588", undefined],
    ["https://doi.org/10.48550/arxiv.2401.00588", "2401.00588", undefined],
  ])("%s", (text, paper, version) => {
    expect(arxivOf(text)).toEqual(version ? { paper, version } : { paper });
    expect(recognise(text)).toMatchObject({ scheme: "arxiv", id: paper + (version ?? "") });
  });

  it.each(["2413.00588", "2401.005", "2401.00588v0", "hep-th/9913001"])("not %s", (text) =>
    expect(arxivOf(text)).toBeUndefined(),
  );
});

describe("ISBN", () => {
  it.each([
    ["978-0-306-40615-7", "9780306406157"],
    ["0-306-40615-2", "9780306406157"],
    ["ISBN 0 8044 2957 X", "9780804429573"],
    ["ISBN-13: 9780306406157", "9780306406157"],
  ])("%s", (text, id) => expect(recognise(text)).toEqual({ scheme: "isbn", id, problem: undefined }));

  it("says which check digit it should have", () => {
    expect(recognise("9780306406158")).toMatchObject({ scheme: "isbn", problem: "Unexpected check digit, expected 7" });
    expect(isbnOf("0-8044-2957-1")).toEqual({ problem: "Unexpected check digit, expected X" });
    expect(isbnOf("ISBN 12")).toEqual({ problem: "Unexpected length, expected 10 or 13 digits" });
    expect(isbnOf("hello")).toBeUndefined();
  });
});

describe("the others", () => {
  it.each([
    ["PMID: 12345678", "pmid", "12345678"],
    ["https://pubmed.ncbi.nlm.nih.gov/12345678/", "pmid", "12345678"],
    ["PMC3531190", "pmcid", "PMC3531190"],
    ["https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/", "pmcid", "PMC3531190"],
    ["https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190", "pmcid", "PMC3531190"],
    ["RFC 9110", "rfc", "9110"],
    ["https://datatracker.ietf.org/doc/html/rfc9110", "rfc", "9110"],
    ["https://www.rfc-editor.org/rfc/rfc0793.txt", "rfc", "793"],
    ["<https://example.org/a>", "url", "https://example.org/a"],
  ])("%s", (text, scheme, id) => expect(recognise(text)).toMatchObject({ scheme, id }));

  it("nothing", () => {
    for (const text of [
      "",
      "hello world",
      "ftp://example.org",
      "javascript:alert(1)",
      "https://",
      "a\nb",
      "x".repeat(100_000),
    ])
      expect(recognise(text)).toBeUndefined();
  });

  it("takes hostile text in little time", () => {
    const start = performance.now();
    recognise(`10.1000/${")".repeat(4000)}`);
    recognise(`arXiv:${"a-".repeat(2000)}`);
    doiOf(`10.1000/${")".repeat(1_000_000)}`);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("GitHub", () => {
  const commit = "c217da8a539570ba3f6014a60c2687c29a945f1f";
  it.each([
    [
      `https://github.com/o/r/blob/${commit}/a/b.md#L3-L9`,
      { kind: "blob", ref: commit, path: "a/b.md", lines: "L3-L9", permanent: true },
    ],
    ["https://github.com/o/r/tree/main", { kind: "tree", ref: "main", path: "", permanent: false }],
    ["https://github.com/o/r/releases/tag/v1.0", { kind: "release", ref: "v1.0", path: "", permanent: false }],
    [
      "https://raw.githubusercontent.com/o/r/refs/heads/main/a%20b.md",
      { kind: "blob", ref: "main", path: "a b.md", permanent: false },
    ],
  ])("%s", (text, found) => {
    const identifier = recognise(text);
    expect(identifier).toMatchObject({ scheme: "github", owner: "o", repository: "r", ...found });
    if (identifier?.scheme === "github" && !text.includes("raw.")) expect(githubPage(identifier)).toBe(text);
  });

  it.each(["https://github.com/o/r", "https://github.com/o/r/issues/1", "https://gist.github.com/o/r/blob/main/x"])(
    "%s is an address",
    (text) => expect(recognise(text)).toEqual({ scheme: "url", id: text }),
  );
});
