/** The page itself: Highwire `citation_*`, Dublin Core, JSON-LD and Open Graph, in the order of how careful their authors are. */
import { decodePage } from "../../core/decode-page.ts";
import { canonicalUrl } from "../canonical-url.ts";
import { type CslName, plain } from "../csl-item.ts";
import { parseDate } from "../edtf.ts";
import { doiOf } from "../identifiers.ts";
import { type PageMetadata, readPageMetadata } from "../page-metadata.ts";
import { personName } from "../person-name.ts";
import { type Json, type Metadata, type Resolver, statusMessage } from "../resolver.ts";

export const page: Resolver = {
  id: "page",
  title: "the page itself",
  accepts: ({ scheme }) => scheme === "url",
  async resolve({ id }, { fetch }) {
    const host = new URL(id).host;
    const { response, failure } = await fetch({
      url: id,
      accept: ["text/html", "application/xhtml+xml", "application/pdf", "text/*"],
    });
    if (failure) return { kind: "failed", message: `${host} ${failure.message}` };
    if (response.status === 404 || response.status === 410)
      return { kind: "failed", message: `${host} has no such page (status ${response.status})` };
    if (response.status < 200 || response.status >= 300)
      return { kind: "failed", message: statusMessage(host, response) };
    if (response.body.length === 0) return { kind: "failed", message: `${host} answered with an empty page` };
    if (!/html/.test(response.type))
      return { kind: "found", by: host, metadata: { item: { type: "document", URL: canonicalUrl(response.url) } } };
    const html = decodePage(response.body, response.charset);
    return { kind: "found", by: host, metadata: metadataOf(readPageMetadata(html), response.url) };
  },
};

/** What a page says about itself, as CSL variables. */
export function metadataOf(said: PageMetadata, url: string): Metadata {
  const meta = (...names: string[]) => names.map((name) => said.meta.get(name)?.[0]).find(Boolean);
  const all = (...names: string[]) =>
    names.map((name) => said.meta.get(name)).find((list) => list && list.length > 0) ?? [];
  const article = said.linked.find((one) =>
    typesOf(one).some((type) => /Article|Posting|Report|Paper|Book|Dataset|SoftwareSourceCode/.test(type)),
  );
  const thing = article ?? said.linked.find((one) => typesOf(one).some((type) => /WebPage$/.test(type)));
  const journal = meta("citation_journal_title", "prism.publicationname");
  const conference = meta("citation_conference_title", "citation_inbook_title");
  const site = meta("og:site_name", "application-name");
  const highwire = all("citation_author", "citation_authors")
    .flatMap((text) => text.split(/;\s*/))
    .filter(Boolean);
  const authors =
    highwire.length > 0
      ? highwire.map(personName)
      : (linkedNames(thing) ??
        all("dc.creator", "dcterms.creator", "author", "parsely-author").filter(isName).map(personName));
  const date = [
    meta("citation_publication_date", "citation_date", "citation_cover_date", "citation_online_date"),
    article?.at("datePublished").text,
    meta(
      "dc.date.issued",
      "dcterms.issued",
      "dc.date",
      "dcterms.date",
      "article:published_time",
      "datepublished",
      "date",
      "parsely-pub-date",
    ),
    thing?.at("datePublished").text,
  ]
    .map((text) => parseDate(text ?? "") ?? parseDate((text ?? "").slice(0, 10)))
    .find(Boolean);
  const doi = [meta("citation_doi", "dc.identifier", "dc.identifier.doi", "prism.doi")]
    .map((text) => doiOf(text ?? ""))
    .find(Boolean);
  const pages = [meta("citation_firstpage"), meta("citation_lastpage")].filter(Boolean).join("-");
  return {
    item: {
      type: journal ? "article-journal" : conference ? "paper-conference" : typeOf(article),
      title:
        meta("citation_title") ??
        article?.at("headline").text ??
        article?.at("name").text ??
        meta("og:title", "dc.title", "dcterms.title", "twitter:title") ??
        said.title,
      author: authors,
      "container-title": journal ?? conference ?? site,
      publisher:
        meta("citation_publisher", "dc.publisher", "dcterms.publisher") ?? thing?.at("publisher", "name").text ?? site,
      volume: meta("citation_volume"),
      issue: meta("citation_issue"),
      page: pages,
      ISSN: meta("citation_issn"),
      ISBN: meta("citation_isbn"),
      language: meta("citation_language", "dc.language") ?? said.language?.slice(0, 12),
      issued: date ? { raw: date } : undefined,
      URL: addressOf(said.canonical, url),
      DOI: doi,
    },
  };
}

const typesOf = (one: Json): string[] => [one.at("@type"), ...one.at("@type").list].flatMap(({ text }) => text ?? []);

function typeOf(article: Json | undefined): string {
  const type = article ? typesOf(article).join(" ") : "";
  if (/BlogPosting/.test(type)) return "post-weblog";
  if (/NewsArticle/.test(type)) return "article-newspaper";
  if (/Scholarly/.test(type)) return "article-journal";
  if (/Report/.test(type)) return "report";
  if (/Book/.test(type)) return "book";
  if (/Dataset/.test(type)) return "dataset";
  return /SoftwareSourceCode/.test(type) ? "software" : "webpage";
}

/** `author` may be a name, a thing with a name, or a list of either. */
function linkedNames(thing: Json | undefined): CslName[] | undefined {
  const author = thing?.at("author");
  const names = (author?.list.length ? author.list : author ? [author] : []).flatMap((one): CslName[] => {
    const said = plain(one.text ?? one.at("name").text ?? "");
    if (!isName(said)) return [];
    return typesOf(one).includes("Organization") ? [{ literal: said }] : [personName(said)];
  });
  return names.length > 0 ? names : undefined;
}

/** Some pages give the address of a profile for a name. */
const isName = (text: string): boolean => text !== "" && text.length < 120 && !/^https?:/.test(text);

/** The page's own word for its address counts on its own host only. */
function addressOf(canonical: string | undefined, url: string): string | undefined {
  const said = canonical && URL.canParse(canonical, url) ? new URL(canonical, url) : undefined;
  const same =
    said &&
    /^https?:$/.test(said.protocol) &&
    said.host.replace(/^www\./, "") === new URL(url).host.replace(/^www\./, "");
  return canonicalUrl(same ? said.href : url);
}
