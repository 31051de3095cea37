/** Resolvers: what each makes of its registry's answer, in order, and of answers that are none. */
import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromCsl } from "../../../src/cite/csl-item.ts";
import { type Identifier, recognise } from "../../../src/cite/identifiers.ts";
import { readPageMetadata } from "../../../src/cite/page-metadata.ts";
import { abbreviatedName, personName } from "../../../src/cite/person-name.ts";
import { resolve } from "../../../src/cite/resolve.ts";
import { resolvers } from "../../../src/cite/resolvers/index.ts";
import { metadataOf } from "../../../src/cite/resolvers/page.ts";
import { openFetch } from "../../../src/host/fetch.ts";
import { registries, StandIn, settingsFor } from "../../evidence/stand-in.ts";

let site: StandIn;
beforeAll(async () => {
  site = await StandIn.open(registries);
});
afterAll(() => site.close());

const ask = async (what: string) =>
  resolve(recognise(what) as Identifier, {
    fetch: await openFetch({ allowPrivate: true }),
    setting: (name) => settingsFor(site.url)[name],
  });
const pageItem = (html: string, url = "https://example.org/a") =>
  fromCsl(metadataOf(readPageMetadata(html), url).item).record;

describe("resolvers", () => {
  it("has one file and one line each, with the id as file name", () => {
    const files = readdirSync(new URL("../../../src/cite/resolvers/", import.meta.url)).filter(
      (name) => name !== "index.ts",
    );
    expect(resolvers.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  it("asks DataCite when Crossref does not know a DOI", async () => {
    site.asked.length = 0;
    expect(await ask("10.5281/zenodo.1234567")).toMatchObject({ kind: "found", by: "DataCite" });
    expect(site.asked.map((path) => path.split("/")[1])).toEqual(["crossref", "datacite"]);
  });

  it("does not ask the next one when the first could not be asked", async () => {
    site.asked.length = 0;
    site.set("/crossref/works/10.1000%2Fbusy", { status: 500 });
    expect(await ask("10.1000/busy")).toEqual({ kind: "failed", message: "Crossref failed (status 500)" });
    expect(site.asked).toEqual(["/crossref/works/10.1000%2Fbusy"]);
  });

  it.each([
    ["no JSON", { type: "application/json", body: "<html>" }, "failed"],
    ["JSON of another shape", { type: "application/json", body: '{"message":[1,{"title":5}]}' }, "found"],
    ["null", { type: "application/json", body: "null" }, "found"],
    [
      "prototypes",
      {
        type: "application/json",
        body: '{"message":{"__proto__":{"title":["x"]},"type":"__proto__","author":[{"family":{"a":1}}]}}',
      },
      "found",
    ],
  ])("survives %s from a registry", async (_, answer, kind) => {
    site.set("/crossref/works/10.1000%2Fodd", answer);
    const resolution = await ask("10.1000/odd");
    expect(resolution.kind).toBe(kind);
    if (resolution.kind === "found") expect(fromCsl(resolution.metadata.item).record.title).toBeUndefined();
  });

  it("encodes what it puts into an address", async () => {
    site.asked.length = 0;
    await ask("10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O");
    expect(site.asked[0]).toBe(
      "/crossref/works/10.1002%2F(SICI)1097-4571(199806)49%3A8%3C693%3A%3AAID-ASI4%3E3.0.CO%3B2-O",
    );
  });
});

describe("pages", () => {
  it("believes Highwire before JSON-LD before Open Graph before the title", () => {
    const parts = [
      '<meta name="citation_title" content="By Highwire"><meta name="citation_author" content="Doe, Jane"><meta name="citation_author" content="Richard Roe"><meta name="citation_publication_date" content="2021/03/04"><meta name="citation_journal_title" content="Journal"><meta name="citation_firstpage" content="1"><meta name="citation_lastpage" content="9"><meta name="citation_doi" content="doi:10.1000/x">',
      '<script type="application/ld+json">[{"@type":["TechArticle"],"headline":"By JSON-LD","datePublished":"2020-01-02T00:00:00Z","author":{"@type":"Organization","name":"The Team"}}]</script>',
      '<meta property="og:title" content="By Open Graph"><meta property="og:site_name" content="Site">',
      "<title>By title</title>",
    ];
    const titles = parts.map((_, at) => pageItem(parts.slice(at).join("")).title);
    expect(titles).toEqual(["By Highwire", "By JSON-LD", "By Open Graph", "By title"]);
    expect(pageItem(parts.join(""))).toMatchObject({
      type: "article-journal",
      author: [
        { family: "Doe", given: "Jane" },
        { family: "Roe", given: "Richard" },
      ],
      "container-title": "Journal",
      page: "1-9",
      issued: "2021-03-04",
      DOI: "10.1000/x",
    });
    expect(pageItem(parts.slice(1).join(""))).toMatchObject({
      type: "webpage",
      author: [{ literal: "The Team" }],
      issued: "2020-01-02",
      "container-title": "Site",
    });
  });

  it("reads Dublin Core", () => {
    expect(
      pageItem(
        '<meta name="DC.title" content="T"><meta name="DC.creator" content="Doe, J."><meta name="DC.date" content="2019-05"><meta name="DC.publisher" content="P">',
      ),
    ).toMatchObject({ title: "T", author: [{ family: "Doe", given: "J." }], issued: "2019-05", publisher: "P" });
  });

  it("takes a canonical address of its own host only", () => {
    expect(pageItem('<link rel="canonical" href="/b?utm_source=x#y">').URL).toBe("https://example.org/b");
    expect(pageItem('<link rel="canonical" href="https://www.example.org/c">').URL).toBe("https://www.example.org/c");
    expect(pageItem('<link rel="canonical" href="https://evil.example/">').URL).toBe("https://example.org/a");
    expect(pageItem('<link rel="canonical" href="javascript:alert(1)">').URL).toBe("https://example.org/a");
  });

  it("survives broken and hostile pages", () => {
    const begun = performance.now();
    expect(
      pageItem('<script type="application/ld+json">{"@type":"Article","headline":</script><title>T</title>').title,
    ).toBe("T");
    expect(pageItem(`<script type="application/ld+json">${"[".repeat(50_000)}</script><title>T</title>`).title).toBe(
      "T",
    );
    expect(
      pageItem(
        '<script type="application/ld+json">{"@type":"Article","author":[1,null,{"name":["x"]},"https://example.org/me"],"headline":"H"}</script>',
      ),
    ).toMatchObject({ title: "H" });
    expect(pageItem(`${"<div>".repeat(200_000)}<title>T</title>`).title).toBeUndefined();
    expect(pageItem("<title>a\u0000b\u001b[31m\u202ec</title>").title).toBe("a b [31mc");
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe("names", () => {
  it.each([
    ["Doe, Jane", { family: "Doe", given: "Jane" }],
    ["Jane Q. Doe", { family: "Doe", given: "Jane Q." }],
    ["Ludwig van der Berg", { family: "van der Berg", given: "Ludwig" }],
    ["By Jane Doe", { family: "Doe", given: "Jane" }],
    ["Plato", { literal: "Plato" }],
    ["City of Example", { literal: "City of Example" }],
    ["The Example Team", { literal: "The Example Team" }],
    ["Acme, Inc.", { literal: "Acme, Inc." }],
  ])("%s", (text, name) => expect(personName(text)).toEqual(name));

  it.each([
    ["Smith JA", { family: "Smith", given: "J. A." }],
    ["van der Berg L", { family: "van der Berg", given: "L." }],
    ["E. Rescorla", { family: "Rescorla", given: "E." }],
    ["H. Krawczyk", { family: "Krawczyk", given: "H." }],
  ])("%s, abbreviated", (text, name) => expect(abbreviatedName(text)).toEqual(name));
});
