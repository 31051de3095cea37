/** A BibTeX file of any length, as reference managers export them: TeX in names and titles, abstracts, ranges, macros of months. */

const subjects =
  "fairness serving scheduling caching routing isolation tenancy latency quantisation retrieval ranking evaluation privacy residency governance budgeting observability tracing batching speculation".split(
    " ",
  );
const objects =
  "language models|gateway traffic|vector stores|key-value caches|regional clusters|shared accelerators|document pipelines|agent loops|prompt archives|audit trails|{GPU} pools|{LLM} inference|{API} quotas".split(
    "|",
  );
const ways =
  "measured study|field report|survey|case for caution|practical method|lower bound|cost model|failure analysis|comparison|re-examination".split(
    "|",
  );
const families =
  "Sheng Garc{\\'i}a M{\\\"u}ller Okafor {\\O}stberg Nakamura Dubois {van der Berg} Silva Kowalski Ng O'Brien {\\v S}imek Rossi Haddad Lindqvist".split(
    / (?![a-zB}S])/,
  );
const given = 'Ada Bo Chlo{\\"e} Dai Ebba Farid Gita Hugo Ines J. K. Lena'.split(" ");
const journals = [
  "Journal of Measured Systems",
  "{ACM} Transactions on Everything",
  "Proceedings of the {VLDB} Endowment",
  "Operating Systems Review",
];
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const sentence =
  "We describe how operators of shared systems weigh cost against latency and what they give up for either. ";

const of = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** Entry number `n`; neighbours differ in everything that tells works apart. */
function entry(n: number): string {
  const title = `${of(["On", "Towards", "Beyond", "Rethinking"], n)} ${of(subjects, n * 7)} and ${of(subjects, n * 11 + 3)} of ${of(objects, n * 3)}: a ${of(ways, n * 13)} in ${of(["Lyon", "Oslo", "Lagos", "Quito", "Osaka"], n)} no. ${n}`;
  const authors = Array.from(
    { length: 1 + (n % 5) },
    (_, at) => `${of(families, n * 5 + at * 3)}, ${of(given, n + at)}`,
  ).join(" and ");
  const abstract =
    n % 5 < 2 ? `  abstract = {${sentence.repeat(6 + (n % 6))}It saves ${n % 90}\\% of the budget.},\n` : "";
  const shared = `  title = {${title}},\n  author = {${authors}},\n  year = {${2000 + (n % 27)}},\n  month = ${of(months, n)},\n${abstract}  keywords = {${of(subjects, n)}, ${of(subjects, n + 1)}},\n`;
  const where =
    n % 10 < 6
      ? `  journal = {${of(journals, n)}},\n  volume = {${1 + (n % 60)}},\n  number = {${1 + (n % 12)}},\n  pages = {${n}--${n + 12}},\n  doi = {10.5555/bench.${n}},\n`
      : n % 10 < 8
        ? `  booktitle = {Proceedings of the ${1 + (n % 40)}th Symposium on ${of(objects, n)}},\n  publisher = {ACM},\n  address = {New York, NY, USA},\n  pages = {${n}--${n + 9}},\n  url = {https://example.org/papers/${n}},\n`
        : `  publisher = {Springer},\n  url = {https://example.org/texts/${n}?lang=en},\n  note = {Accessed: 2026-01-${10 + (n % 18)}},\n`;
  const type = n % 10 < 6 ? "article" : n % 10 < 8 ? "inproceedings" : n % 10 < 9 ? "book" : "misc";
  return `@${type}{entry${n},\n${shared}${where}}\n`;
}

/** Entries from number `from` on. */
export const bibliography = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, at) => entry(from + at)).join("\n");
