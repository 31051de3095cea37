/** A local server that answers as the registries, a site and GitHub do, in their true formats. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export type Route = Answer | ((request: IncomingMessage) => Answer | undefined);

export class StandIn {
  /** Every request, as `path?query`. */
  readonly asked: string[] = [];
  /** The most requests that were under way at once. */
  busiest = 0;
  #busy = 0;

  private constructor(
    readonly server: Server,
    readonly routes: Map<string, Route>,
  ) {}

  static async open(routes: Readonly<Record<string, Route>> = {}): Promise<StandIn> {
    const all = new Map(Object.entries(routes));
    const server = createServer((request, response) => void standIn.#answer(request, response));
    const standIn = new StandIn(server, all);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return standIn;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  set(path: string, route: Route): void {
    this.routes.set(path, route);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.asked.push(request.url ?? "");
    this.busiest = Math.max(this.busiest, ++this.#busy);
    await new Promise((resolve) => setTimeout(resolve, 2));
    this.#busy -= 1;
    const route = this.routes.get(request.url ?? "") ?? this.routes.get((request.url ?? "").split("?")[0] as string);
    const answer = typeof route === "function" ? route(request) : route;
    const {
      status = 200,
      type = "text/html; charset=utf-8",
      headers = {},
      body = "",
    } = answer ?? { status: 404, body: "Resource not found." };
    response.writeHead(status, { "content-type": type, ...headers });
    response.end(body);
  }
}

/** The settings that send every resolver to the stand-in. */
export const settingsFor = (url: string): Record<string, string> => ({
  DOSSIER_ALLOW_PRIVATE: "1",
  DOSSIER_CROSSREF_URL: `${url}/crossref`,
  DOSSIER_DATACITE_URL: `${url}/datacite`,
  DOSSIER_ARXIV_URL: `${url}/arxiv`,
  DOSSIER_PUBMED_URL: `${url}/ncbi`,
  DOSSIER_PMC_URL: `${url}/ncbi`,
  DOSSIER_OPEN_LIBRARY_URL: `${url}/openlibrary`,
  DOSSIER_RFC_EDITOR_URL: `${url}/rfc-editor`,
  DOSSIER_GITHUB_URL: `${url}/github`,
  DOSSIER_GITHUB_RAW_URL: `${url}/raw`,
  DOSSIER_ARXIV_PAGE_URL: `${url}/arxiv-pages`,
});

const json = (value: unknown): Answer => ({ type: "application/json", body: JSON.stringify(value) });

export const sha = "8c5d2a1b9f0e4d3c2b1a09f8e7d6c5b4a3f2e1d0";

/** One object of each kind, as the registries answer. */
export const registries: Readonly<Record<string, Route>> = {
  "/crossref/works/10.1145%2F1234567.7654321": json({
    status: "ok",
    "message-type": "work",
    "message-version": "1.0.0",
    message: {
      indexed: { "date-parts": [[2026, 1, 2]], "date-time": "2026-01-02T03:04:05Z", timestamp: 1767323045000 },
      publisher: "ACM",
      issue: "3",
      DOI: "10.1145/1234567.7654321",
      type: "proceedings-article",
      created: { "date-parts": [[2023, 10, 3]] },
      page: "611-626",
      source: "Crossref",
      title: ["Efficient Memory &amp; Paging for <i>Large</i> Models"],
      subtitle: ["A study"],
      author: [
        { given: "Woosuk", family: "Kwon", sequence: "first", affiliation: [] },
        { name: "The Serving Group", sequence: "additional", affiliation: [] },
      ],
      "container-title": ["Proceedings of the 29th Symposium on Operating Systems Principles"],
      event: { name: "SOSP '23" },
      "published-print": { "date-parts": [[2023, 10, 23]] },
      issued: { "date-parts": [[2023, 10, 23]] },
      published: { "date-parts": [[2023, 10, 23]] },
      ISBN: ["9798400702297"],
      URL: "http://dx.doi.org/10.1145/1234567.7654321",
      "reference-count": 60,
    },
  }),
  "/datacite/dois/10.5281%2Fzenodo.1234567": json({
    data: {
      id: "10.5281/zenodo.1234567",
      type: "dois",
      attributes: {
        doi: "10.5281/zenodo.1234567",
        creators: [
          {
            name: "Garcia, Ana",
            nameType: "Personal",
            givenName: "Ana",
            familyName: "Garcia",
            affiliation: [],
            nameIdentifiers: [],
          },
          { name: "Open Traces Project", nameType: "Organizational" },
        ],
        titles: [{ title: "Request traces of a gateway" }],
        publisher: "Zenodo",
        publicationYear: 2025,
        dates: [{ date: "2025-04-01", dateType: "Issued" }],
        types: {
          ris: "DATA",
          bibtex: "misc",
          citeproc: "dataset",
          schemaOrg: "Dataset",
          resourceTypeGeneral: "Dataset",
        },
        version: "1.10",
        url: "https://zenodo.org/record/1234567",
      },
    },
  }),
  "/arxiv/api/query?id_list=2401.00588v2": {
    type: "application/atom+xml; charset=UTF-8",
    body: `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?search_query%3D%26id_list%3D2401.00588v2" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: search_query=&amp;id_list=2401.00588v2&amp;start=0&amp;max_results=10</title>
  <id>http://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>
  <updated>2026-11-22T00:00:00-05:00</updated>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1</opensearch:totalResults>
  <entry>
    <id>http://arxiv.org/abs/2401.00588v2</id>
    <updated>2024-06-05T17:35:55Z</updated>
    <published>2023-12-31T21:15:54Z</published>
    <title>Fairness in Serving
  Large Language Models</title>
    <summary>  High-demand inference services face a wide range of requests.</summary>
    <author><name>Ying Sheng</name></author>
    <author><name>Ion Stoica</name></author>
    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">20 pages</arxiv:comment>
    <link href="http://arxiv.org/abs/2401.00588v2" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/2401.00588v2" rel="related" type="application/pdf"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.AI" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.AI" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
</feed>`,
  },
  "/arxiv/api/query?id_list=2401.99999": {
    type: "application/atom+xml; charset=UTF-8",
    body: `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title type="html">ArXiv Query</title><id>http://arxiv.org/api/x</id></feed>`,
  },
  "/ncbi/entrez/eutils/esummary.fcgi?db=pubmed&id=31452104&retmode=json": json({
    header: { type: "esummary", version: "0.3" },
    result: {
      uids: ["31452104"],
      "31452104": {
        uid: "31452104",
        pubdate: "2019 Aug 26",
        epubdate: "",
        source: "Methods Mol Biol",
        authors: [
          { name: "Smith JA", authtype: "Author", clusterid: "" },
          { name: "Trial Group", authtype: "CollectiveName", clusterid: "" },
        ],
        title: "A method for counting.",
        volume: "2014",
        issue: "",
        pages: "1-9",
        lang: ["eng"],
        issn: "1064-3745",
        pubtype: ["Journal Article"],
        articleids: [
          { idtype: "pubmed", idtypen: 1, value: "31452104" },
          { idtype: "doi", idtypen: 3, value: "10.1007/978-1-4939-9562-2_1" },
          { idtype: "pmc", idtypen: 8, value: "PMC6789012" },
        ],
        fulljournalname: "Methods in molecular biology (Clifton, N.J.)",
      },
    },
  }),
  "/ncbi/entrez/eutils/esummary.fcgi?db=pubmed&id=999999999&retmode=json": json({
    header: { type: "esummary", version: "0.3" },
    result: { uids: ["999999999"], "999999999": { uid: "999999999", error: "cannot get document summary" } },
  }),
  "/ncbi/entrez/eutils/esummary.fcgi?db=pmc&id=7654321&retmode=json": json({
    header: { type: "esummary", version: "0.3" },
    result: {
      uids: ["7654321"],
      "7654321": {
        uid: "7654321",
        pubdate: "2020 Nov",
        epubdate: "2020 Nov 10",
        source: "PLoS One",
        authors: [{ name: "Müller B", authtype: "Author" }],
        title: "Counting again",
        volume: "15",
        issue: "11",
        pages: "e0241",
        articleids: [
          { idtype: "pmid", value: "33170000" },
          { idtype: "doi", value: "10.1371/journal.pone.0241000" },
          { idtype: "pmcid", value: "PMC7654321" },
        ],
        fulljournalname: "PLoS ONE",
      },
    },
  }),
  "/openlibrary/api/books?bibkeys=ISBN:9780596517748&format=json&jscmd=data": json({
    "ISBN:9780596517748": {
      url: "http://openlibrary.org/books/OL23226120M/JavaScript",
      key: "/books/OL23226120M",
      title: "JavaScript",
      subtitle: "the good parts",
      authors: [{ url: "http://openlibrary.org/authors/OL2719482A/Douglas_Crockford", name: "Douglas Crockford" }],
      number_of_pages: 153,
      identifiers: { isbn_13: ["9780596517748"], openlibrary: ["OL23226120M"] },
      publishers: [{ name: "O'Reilly" }],
      publish_places: [{ name: "Sebastopol, CA" }],
      publish_date: "May 2008",
    },
  }),
  "/openlibrary/api/books?bibkeys=ISBN:9780140328721&format=json&jscmd=data": json({}),
  "/rfc-editor/rfc/rfc8446.json": json({
    draft: "draft-ietf-tls-tls13-28",
    doc_id: "RFC8446",
    title: "The Transport Layer Security (TLS) Protocol Version 1.3",
    authors: ["E. Rescorla"],
    format: ["ASCII", "HTML"],
    page_count: "160",
    pub_status: "PROPOSED STANDARD",
    status: "PROPOSED STANDARD",
    source: "Transport Layer Security",
    pub_date: "August 2018",
    keywords: ["TLS"],
    obsoletes: ["RFC5077"],
    obsoleted_by: ["RFC9846"],
    doi: "10.17487/RFC8446",
  }),
  [`/github/repos/acme/gateway/commits?sha=main&path=${encodeURIComponent("docs/quota policy.md")}&per_page=1`]: json([
    {
      sha,
      node_id: "x",
      commit: {
        author: { name: "A", date: "2026-06-01T10:00:00Z" },
        committer: { name: "GitHub", date: "2026-06-02T10:00:00Z" },
        message: "docs",
      },
      html_url: `https://github.com/acme/gateway/commit/${sha}`,
    },
  ]),
  "/github/repos/acme/gateway/commits?sha=main&path=gone.md&per_page=1": json([]),
  "/github/repos/acme/gateway/commits?sha=release%2F1.x&path=README.md&per_page=1": json([
    { sha, commit: { committer: { date: "2026-05-01T00:00:00Z" } } },
  ]),
  "/github/repos/acme/gateway/releases/tags/v1.10": json({
    tag_name: "v1.10",
    name: "Gateway 1.10",
    published_at: "2026-07-01T00:00:00Z",
    html_url: "https://github.com/acme/gateway/releases/tag/v1.10",
  }),
  "/github/repos/acme/gateway/commits/v1.10": json({ sha, commit: { committer: { date: "2026-07-01T00:00:00Z" } } }),
};
