/** `dossier add-source` end to end: the bundled program against a stand-in for the registries and a site. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DiskFiles } from "../../src/host/disk-files.ts";
import { MemoryCache } from "../../src/host/memory-files.ts";
import { load } from "../../src/load/load.ts";
import { dossier, projectFolder } from "../evidence/project.ts";
import { registries, StandIn, settingsFor, sha } from "../evidence/stand-in.ts";

let site: StandIn;
let folder: string;
let env: Record<string, string>;

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Navigating the Landscape | Example Engineering</title>
<meta property="og:site_name" content="Example Engineering">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"BlogPosting","headline":"Navigating the Landscape","datePublished":"2024-07-11T09:00:00Z","author":[{"@type":"Person","name":"Tse-Chi Wang"}],"publisher":{"@type":"Organization","name":"Example"}}]}</script>
</head><body><p>Thirty teams.</p></body></html>`;

beforeAll(async () => {
  site = await StandIn.open({ ...registries, "/blog/landscape": { body: page } });
  folder = projectFolder();
  env = settingsFor(site.url);
});
afterAll(() => site.close());

const add = (...args: string[]) => dossier(folder, ["add-source", ...args], { env });
const record = (key: string) => readFileSync(join(folder, `research/sources/${key}.yaml`), "utf8");
const keys = () => readdirSync(join(folder, "research/sources")).sort();

describe("add-source", () => {
  it.each<[string, string, string, RegExp]>([
    [
      "a DOI",
      "https://dx.doi.org/10.1145/1234567.7654321",
      "kwon-efficient-memory-paging-2023",
      /type: paper-conference\ntitle: "Efficient Memory & Paging for <i>Large<\/i> Models: A study"\nauthor:\n {2}- \{ family: Kwon, given: Woosuk \}\n {2}- \{ literal: The Serving Group \}/,
    ],
    [
      "a DOI of DataCite",
      "doi:10.5281/zenodo.1234567",
      "garcia-request-traces-gateway-2025",
      /type: dataset[\s\S]*version: "1\.10"[\s\S]*issued: "2025-04-01"/,
    ],
    [
      "an arXiv id with version",
      "arXiv:2401.00588v2",
      "sheng-fairness-serving-large-2023",
      /title: Fairness in Serving Large Language Models[\s\S]*version: v2[\s\S]*URL: https:\/\/arxiv\.org\/abs\/2401\.00588\nDOI: "10\.48550\/arXiv\.2401\.00588"\nflags: \[preprint\]/,
    ],
    [
      "a PMID",
      "PMID 31452104",
      "smith-method-counting-2019",
      /author:\n {2}- \{ family: Smith, given: J\. A\. \}\n {2}- \{ literal: Trial Group \}[\s\S]*PMID: "31452104"\nPMCID: PMC6789012[\s\S]*issued: "2019-08-26"/,
    ],
    [
      "a PMCID",
      "https://pmc.ncbi.nlm.nih.gov/articles/PMC7654321/",
      "muller-counting-again-2020",
      /issued: "2020-11"[\s\S]*PMC7654321/,
    ],
    [
      "an ISBN",
      "ISBN 0-596-51774-2",
      "crockford-javascript-good-parts-2008",
      /type: book\ntitle: "JavaScript: the good parts"[\s\S]*ISBN: "9780596517748"\nissued: "2008-05"/,
    ],
    [
      "an RFC",
      "RFC 8446",
      "rescorla-transport-layer-security-2018",
      /number: RFC 8446[\s\S]*note: Obsoleted by RFC9846\norganisation: IETF\nflags: \[superseded\]/,
    ],
    [
      "a file at GitHub",
      "https://github.com/acme/gateway/blob/main/docs/quota%20policy.md#L3-L9",
      "acme-gateway-docs-quota-2026",
      new RegExp(
        `URL: "https://github\\.com/acme/gateway/blob/main/docs/quota%20policy\\.md#L3-L9"[\\s\\S]*archive: "https://github\\.com/acme/gateway/blob/${sha}/docs/quota%20policy\\.md#L3-L9"`,
      ),
    ],
    [
      "a file on a branch with a slash",
      "https://github.com/acme/gateway/blob/release/1.x/README.md",
      "acme-gateway-readme-md-2026",
      new RegExp(`blob/${sha}/README\\.md`),
    ],
    [
      "a release",
      "https://github.com/acme/gateway/releases/tag/v1.10",
      "acme-gateway-1-10-2026",
      new RegExp(
        `type: software[\\s\\S]*version: v1\\.10[\\s\\S]*archive: https://github\\.com/acme/gateway/tree/${sha}`,
      ),
    ],
  ])("registers %s, and a second time says what it repeats", async (_, what, key, text) => {
    const first = await add(what);
    expect(first.err).not.toContain("bug");
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining(`Added ${key}:`) });
    expect(record(key)).toMatch(text);
    expect(record(key)).toMatch(/^# yaml-language-server: \$schema=\.\.\/schemas\/source\.json\ntype: /);
    const asked = site.asked.length;
    const second = await add(what);
    expect(second).toMatchObject({
      code: 1,
      out: `${key}\n`,
      err: expect.stringContaining(`Already registered as ${key}`),
    });
    expect(site.asked.length, "a known identifier is not asked for again").toBe(asked);
  });

  it("registers a page by what it says of itself, and a second time says what it repeats", async () => {
    const first = await add(`${site.url}/blog/landscape?utm_source=x#top`, "--tier", "T1", "--json");
    const { key, record: found } = JSON.parse(first.out);
    expect(first.code).toBe(0);
    expect(found).toMatchObject({
      type: "post-weblog",
      title: "Navigating the Landscape",
      author: [{ family: "Wang", given: "Tse-Chi" }],
      "container-title": "Example Engineering",
      publisher: "Example",
      issued: "2024-07-11",
      URL: `${site.url}/blog/landscape`,
      organisation: "Example",
      tier: "T1",
    });
    expect(await add(`${site.url}/blog/landscape`)).toMatchObject({ code: 1, out: `${key}\n` });
  });

  it("accounts for every entry of a file, each with its line", async () => {
    const file = join(folder, "x.bib");
    writeFileSync(
      file,
      `@article{a, title={Hello World of Things}, author={Doe, Jane}, year=2020, doi={10.1000/abc}}\n@misc{c, author={No Title}}\n@article{d, title={Hello World of Things}, doi={10.1000/ABC}}\n@book{b, title={Another`,
    );
    const first = await add(file);
    expect(first).toMatchObject({ code: 1, out: `${file} (BibTeX and BibLaTeX): added 1, duplicates 1, failed 2.\n` });
    expect(first.err).toMatch(
      /x\.bib:2: failed: Missing title\n.*x\.bib:4: failed: .*\n.*x\.bib:3: duplicate of doe-hello-world-things-2020 \(the same DOI/,
    );
    expect(await add(file)).toMatchObject({ code: 1, out: expect.stringContaining("added 0, duplicates 2, failed 2") });
  });

  it("dates what an entry does not say it was read, so that an imported file has no error of its own", async () => {
    const file = join(folder, "read.bib");
    writeFileSync(
      file,
      "@online{a, title={A page without a date}, url={https://one.example/a}}\n@online{b, title={Quite another page}, url={https://two.example/b}, urldate={2024-03-01}}\n@book{c, title={Paper only here}, year=2001}\n",
    );
    expect(await add(file)).toMatchObject({ code: 0 });
    expect(record("one-page-date")).toMatch(/^accessed: "\d{4}-\d{2}-\d{2}"$/m);
    expect(record("two-quite-another-page")).toContain(`accessed: "2024-03-01"`);
    expect(record("paper-only-here-2001")).not.toContain("accessed");
    const lint = await dossier(folder, ["lint", "--format", "json"], { env });
    const found = JSON.parse(lint.out).diagnostics as { severity: string; file: string }[];
    expect(
      found.filter(({ severity, file: at }) => severity === "error" && /one-page|two-quite|paper-only/.test(at)),
    ).toEqual([]);
  });

  it("reads a bibliography from stdin", async () => {
    const run = await dossier(folder, ["add-source", "-"], {
      env,
      stdin: "TY  - JOUR\nTI  - From standard input\nAU  - Roe, Richard\nPY  - 2021\nER  - \n",
    });
    expect(run).toMatchObject({ code: 0, out: expect.stringContaining("added 1, duplicates 0, failed 0") });
    expect(record("roe-standard-input-2021")).toContain("title: From standard input");
  });

  it("keeps a hostile title as text", async () => {
    site.set("/evil", {
      body: `<title>x: [y] #z\n---\n&#x1b;[31m*b* \`c\` &lt;script&gt; | {{a}} \u202e "q" 'r' !!js</title>`,
    });
    const run = await add(`${site.url}/evil`, "--key", "evil");
    expect(run.code).toBe(0);
    expect(run.out + run.err).not.toContain("\u001b");
    const { dossier: loaded, problems } = await load({ files: new DiskFiles(folder), cache: new MemoryCache() });
    expect(problems).toEqual([]);
    expect(loaded?.sources.get("evil")?.data.title).toBe(`x: [y] #z --- [31m*b* \`c\` <script> | {{a}} "q" 'r' !!js`);
    expect(Object.keys(loaded?.sources.get("evil")?.data ?? {})).toEqual(["type", "title", "accessed", "URL"]);
  });

  it("says in a sentence why nothing was written, and what works without network", async () => {
    const before = keys();
    for (const [path, status, said] of [
      ["/404", 404, /no such page/],
      ["/403", 403, /does not let programs in/],
      ["/429", 429, /come back later/],
      ["/500", 500, /failed \(status 500\)/],
      ["/empty", 200, /empty page/],
    ] as const) {
      site.set(path, { status, body: "" });
      const run = await add(`${site.url}${path}`);
      expect(run, path).toMatchObject({ code: 3, out: "", err: expect.stringMatching(said) });
      expect(run.err).toMatch(/Nothing was written[\s\S]*--title/);
    }
    expect(await add("http://127.0.0.1:65431/")).toMatchObject({
      code: 3,
      err: expect.stringContaining("can't be reached"),
    });
    expect(await add("10.1000/unknown")).toMatchObject({
      code: 1,
      err: expect.stringContaining("Crossref does not know it; DataCite does not know it"),
    });
    expect(await add("arXiv:2401.99999")).toMatchObject({
      code: 1,
      err: expect.stringContaining("arXiv does not know it"),
    });
    expect(await add("9780140328721")).toMatchObject({
      code: 1,
      err: expect.stringContaining("Open Library does not know it"),
    });
    expect(await add("9780140328722")).toMatchObject({ code: 1, err: expect.stringContaining("expected 1") });
    expect(await add("PMID: 999999999")).toMatchObject({ code: 1 });
    expect(await add("https://github.com/acme/gateway/blob/main/gone.md")).toMatchObject({
      code: 1,
      err: expect.stringContaining("no gone.md at main"),
    });
    expect(await add("what is this")).toMatchObject({ code: 1 });
    expect(await add("missing.bib")).toMatchObject({
      code: 2,
      err: expect.stringContaining("There is no file missing.bib"),
    });
    expect(await add()).toMatchObject({ code: 2, err: expect.stringContaining("--title") });
    site.set("/untitled", { body: "<p>words</p>" });
    expect(await add(`${site.url}/untitled`)).toMatchObject({
      code: 2,
      err: expect.stringContaining("Missing --title"),
    });
    expect(keys()).toEqual(before);
  });

  it("works offline by flags alone, dry first, and refuses what the format does", async () => {
    const flags = [
      "--title",
      "Traffic count again",
      "--author",
      "City of Nowhere",
      "--issued",
      "2026-03",
      "--url",
      "https://example.net/count?utm_source=x",
    ];
    const dry = await add(...flags, "--dry-run");
    expect(dry.out).toContain("title: Traffic count again\nauthor:\n  - { literal: City of Nowhere }");
    expect(existsSync(join(folder, "research/sources/city-of-nowhere-traffic-count-again-2026.yaml"))).toBe(false);
    expect(await add(...flags)).toMatchObject({ code: 0 });
    expect(await add(...flags)).toMatchObject({ code: 1, out: expect.stringContaining("city-") });
    expect(await add(...flags, "--allow-duplicate")).toMatchObject({ code: 0, out: expect.stringMatching(/-2026-b/) });
    expect(await add("--title", "Bad flag", "--flag", "nonsense")).toMatchObject({
      code: 1,
      err: expect.stringContaining("vendor-self"),
    });
    expect(await add("--title", "Bad key", "--key", "../../evil")).toMatchObject({
      code: 1,
      err: expect.stringContaining("--key"),
    });
  });

  it("refuses private addresses without leave, also behind a redirect", async () => {
    const { DOSSIER_ALLOW_PRIVATE: _, ...strict } = env;
    const run = await dossier(folder, ["add-source", `${site.url}/blog/landscape/other`], { env: strict });
    expect(run).toMatchObject({ code: 3, err: expect.stringContaining("private address") });
  });

  it("keeps twenty of twenty that are added at once", async () => {
    const before = keys().length;
    const runs = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        add(
          "--title",
          `Parallel ${"abcdefghijklmnopqrstuvwxyz"[at]}`,
          "--author",
          "Same Group",
          "--issued",
          "2026",
          "--key",
          at % 2 ? `parallel-${at}` : "",
          "--allow-duplicate",
        ),
      ),
    );
    expect(runs.map(({ code, err }) => `${code} ${err}`)).toEqual(Array(20).fill("0 "));
    expect(keys().length).toBe(before + 20);
    expect(keys().filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it.each([
    ["--issued", "2026-13", /Unexpected “2026-13” in “issued”, expected a date/],
    ["--accessed", "yesterday", /Unexpected “yesterday” in “accessed”, expected a date YYYY-MM-DD/],
    ["--url", "nonsense", /Unexpected “nonsense” in “URL”, expected an address/],
    ["--doi", "nonsense", /Unexpected “nonsense” in “DOI”, expected a DOI/],
    ["--type", "webpages", /Unexpected “webpages” in “type”, expected one of .*\n.*“webpage”/],
    ["--question", "nobody-asks", /Unexpected question “nobody-asks”/],
  ])("refuses a wrong %s and writes nothing", async (flag, value, words) => {
    const before = keys();
    const { code, err } = await add("--title", "Misspelt", flag, value);
    expect(err).toMatch(words);
    expect(err).toContain("Nothing was written");
    expect(code).toBe(1);
    expect(keys()).toEqual(before);
  });
});
