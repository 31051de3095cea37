/** Which fields and types of BibTeX and BibLaTeX say what in CSL. */

/** CSL variable, and the fields that hold it, the preferred first. */
export const bibText: readonly (readonly [variable: string, fields: readonly string[]])[] = [
  ["title-short", ["shorttitle"]],
  ["volume-title", ["maintitle"]],
  ["container-title-short", ["shortjournal"]],
  ["collection-title", ["series"]],
  ["original-title", ["origtitle"]],
  ["publisher-place", ["location", "address"]],
  ["original-publisher", ["origpublisher"]],
  ["original-publisher-place", ["origlocation"]],
  ["genre", ["type"]],
  ["event-title", ["eventtitle"]],
  ["event-place", ["venue"]],
  ["status", ["pubstate"]],
  ["version", ["version"]],
  ["edition", ["edition"]],
  ["volume", ["volume"]],
  ["number-of-volumes", ["volumes"]],
  ["issue", ["issue"]],
  ["part-number", ["part"]],
  ["chapter-number", ["chapter"]],
  ["page", ["pages"]],
  ["number-of-pages", ["pagetotal", "numpages"]],
  ["number", ["eid", "articleno"]],
  ["ISBN", ["isbn"]],
  ["ISSN", ["issn"]],
  ["PMID", ["pmid"]],
  ["PMCID", ["pmcid"]],
  ["call-number", ["lccn"]],
  ["source", ["library"]],
  ["language", ["langid", "language"]],
  ["abstract", ["abstract"]],
  ["annote", ["annotation", "annote"]],
  ["keyword", ["keywords", "keyword"]],
  ["note", ["note", "addendum"]],
];

export const bibNames: readonly (readonly [variable: string, fields: readonly string[]])[] = [
  ["author", ["author"]],
  ["editor", ["editor"]],
  ["translator", ["translator"]],
  ["container-author", ["bookauthor"]],
  ["director", ["director"]],
  ["script-writer", ["scriptwriter"]],
  ["contributor", ["collaborator"]],
];

/** What reference managers keep for themselves, and what was already used up in reading the file. */
export const ignored =
  /^(?:crossref|xref|xdata|entryset|ids|options|timestamp|owner|groups|creationdate|modificationdate|date-(?:added|modified)|bdsk-.*|__markedentry|username|citeulike-.*|mendeley-.*|added-at|interhash|intrahash|biburl|bibsource|primaryclass|eprintclass|hyphenation|sortkey|presort|sorttitle|sortname|useprefix)$/;

const types: Readonly<Record<string, string>> = {
  article: "article-journal",
  suppperiodical: "article-journal",
  periodical: "periodical",
  review: "review",
  book: "book",
  mvbook: "book",
  collection: "book",
  mvcollection: "book",
  proceedings: "book",
  mvproceedings: "book",
  reference: "book",
  mvreference: "book",
  manual: "book",
  booklet: "pamphlet",
  inbook: "chapter",
  incollection: "chapter",
  bookinbook: "chapter",
  suppbook: "chapter",
  suppcollection: "chapter",
  inreference: "entry",
  inproceedings: "paper-conference",
  conference: "paper-conference",
  online: "webpage",
  electronic: "webpage",
  www: "webpage",
  report: "report",
  techreport: "report",
  thesis: "thesis",
  phdthesis: "thesis",
  mastersthesis: "thesis",
  unpublished: "manuscript",
  software: "software",
  dataset: "dataset",
  patent: "patent",
  standard: "standard",
  legislation: "legislation",
  jurisdiction: "legal_case",
  legal: "treaty",
  artwork: "graphic",
  image: "graphic",
  audio: "song",
  music: "song",
  movie: "motion_picture",
  video: "motion_picture",
  performance: "performance",
  letter: "personal_communication",
};

/** The CSL type of an entry; a preprint is an `article`, whatever it was filed as. */
export function cslTypeOf(type: string, field: (name: string) => string | undefined): string {
  const journal = field("journaltitle") ?? field("journal") ?? "";
  const arxiv = /^arxiv$/i.test(field("eprinttype") ?? field("archiveprefix") ?? "") || /\barxiv\b/i.test(journal);
  const published = (journal !== "" && !/\barxiv\b|\bpreprint\b/i.test(journal)) || field("booktitle") !== undefined;
  if (arxiv && !published && /^(?:article|misc|online|unpublished|techreport|report)$/.test(type)) return "article";
  const known = Object.hasOwn(types, type) ? types[type] : undefined;
  return known ?? (/https?:\/\//.test(`${field("howpublished") ?? ""} ${field("url") ?? ""}`) ? "webpage" : "document");
}

/** The entry type for a CSL type: of classic BibTeX where it has one, of BibLaTeX otherwise; `misc` says least. */
export const bibTypes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    article: "misc",
    book: "book",
    chapter: "incollection",
    entry: "inreference",
    "paper-conference": "inproceedings",
    webpage: "online",
    "post-weblog": "online",
    post: "online",
    report: "techreport",
    thesis: "phdthesis",
    manuscript: "unpublished",
    pamphlet: "booklet",
    software: "software",
    dataset: "dataset",
    patent: "patent",
    standard: "standard",
    legislation: "legislation",
    legal_case: "jurisdiction",
    treaty: "legal",
    periodical: "periodical",
    review: "review",
    graphic: "artwork",
    song: "audio",
    motion_picture: "video",
    performance: "performance",
    personal_communication: "letter",
  }),
);
