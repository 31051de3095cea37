/** The key of a new source: who, what and when, in ASCII; made once and never rewritten. */
import anyAscii from "any-ascii";
import type { Source } from "../model/source.ts";

/** Words that tell nothing in a key; English, French and German. */
const stopWords = new Set(
  `a an the of on in at by for from to with without and or nor but as is are was were be been its it this that these those
  how what why when where which who into onto over under via vs versus using towards toward about between through
  le la les un une des du de et ou en dans sur pour par avec au aux der die das ein eine und oder von zu im mit fur auf`.split(
    /\s+/,
  ),
);
/** Names of devices that Windows refuses as file names. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const titleWords = 3;
const longest = 60;

export type Described = Partial<
  Pick<
    Source,
    "author" | "editor" | "organisation" | "publisher" | "container-title" | "title" | "title-short" | "issued" | "URL"
  >
>;

/**
 * A key such as `sheng-fairness-serving-large-2024`: family name or organisation, up to three words of the title, year.
 * `taken` are the existing keys; a second one gets `-b`, a third `-c`.
 */
export function sourceKey(source: Described, taken: { has(key: string): boolean }): string {
  const who = slugWords(author(source)).slice(0, 3);
  const said = new Set(who);
  const title = slugWords(source["title-short"] ?? source.title ?? "").filter(
    (word) => !stopWords.has(word) && !said.has(word),
  );
  const year = /^\d{4}/.exec(source.issued ?? "")?.[0];
  const words = [...who, ...title.slice(0, titleWords).filter((word) => word !== year)];
  const end = year ? `-${year}` : "";
  let base =
    words
      .join("-")
      .slice(0, longest - end.length)
      .replace(/-+$/, "") + end;
  base = base.replace(/^-/, "") || "source";
  if (reserved.test(base)) base = `${base}-source`;
  if (!taken.has(base)) return base;
  for (let count = 1; ; count += 1) {
    const key = `${base}-${letters(count)}`;
    if (!taken.has(key)) return key;
  }
}

/** Who answers for it: the first author, else the editor, organisation, publisher, container or host. */
function author(source: Described): string {
  const name = source.author?.[0] ?? source.editor?.[0];
  if (name) return "literal" in name ? (source.organisation ?? name.literal) : name.family;
  const host = source.URL && URL.canParse(source.URL) ? new URL(source.URL).hostname : "";
  const site = host
    .replace(/^www\./, "")
    .split(".")
    .slice(0, -1)
    .join("-");
  return source.organisation ?? source.publisher ?? source["container-title"] ?? site;
}

/** Lower-case ASCII words; markup in a title is no word of it. */
function slugWords(text: string): string[] {
  const ascii = anyAscii(
    text
      .slice(0, 500)
      .replace(/<\/?[a-z][^<>]*>/gi, "")
      .replace(/['’]/g, "")
      .normalize("NFC"),
  );
  return ascii.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** b, c, … z, ba, bb, … */
function letters(count: number): string {
  const last = String.fromCharCode(97 + (count % 26));
  return count < 26 ? last : letters(Math.floor(count / 26)) + last;
}
