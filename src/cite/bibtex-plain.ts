/** Takes the fields of a BibTeX entry that hold no TeX out of it: the TeX parser's time grows with what it is given. */

/** Fields that are text and no more; names, lists, months and references to other entries stay with the parser. */
const simple = new Set(
  `title subtitle shorttitle journal journaltitle shortjournal booktitle series volume number issue edition version year date
  pages eid note addendum abstract annotation annote doi url urldate isbn issn pmid type howpublished`.split(/\s+/),
);

const header = /^@\s*[\w-]+\s*\{\s*[^\s,{}="#%]+\s*,/;
const name = /\s*([A-Za-z][\w-]*)\s*=\s*/y;
/** A value without TeX: no command, group, math, ligature or comment. */
const plainValue = /\{((?:[^{}\\$~%&#_^"`'<>-]|-(?!-))*)\}\s*(?:,|(?=\}$))/y;
const marks = /\\.|[{}",]/gs;

export interface PlainFields {
  /** The entry with the other fields only. */
  readonly rest: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Nothing when the entry is not of the usual form, or when others may inherit from it or it from them. */
export function takePlain(entry: string): PlainFields | undefined {
  const start = header.exec(entry)?.[0];
  if (start === undefined) return undefined;
  const fields: Record<string, string> = Object.create(null);
  let rest = start;
  let at = start.length;
  while (!/^\s*\}$/.test(entry.slice(at, at + 20))) {
    name.lastIndex = at;
    const field = name.exec(entry)?.[1]?.toLowerCase();
    if (field === undefined || field === "crossref" || field === "xdata") return undefined;
    plainValue.lastIndex = name.lastIndex;
    const value = simple.has(field) && fields[field] === undefined ? plainValue.exec(entry)?.[1] : undefined;
    const end = value === undefined ? valueEnd(entry, name.lastIndex) : plainValue.lastIndex;
    if (end === undefined) return undefined;
    if (value === undefined) rest += entry.slice(at, end);
    else if (value.trim() !== "") fields[field] = value.trim().replace(/\s+/g, " ");
    at = end;
  }
  return { rest: `${rest}\n}`, fields };
}

/** After the comma that ends a value, or before the brace that ends the entry. */
function valueEnd(entry: string, from: number): number | undefined {
  marks.lastIndex = from;
  let depth = 0;
  let quoted = false;
  for (let found = marks.exec(entry); found; found = marks.exec(entry)) {
    const mark = found[0];
    if (mark === "{") depth += 1;
    else if (mark === '"' && depth === 0) quoted = !quoted;
    else if (mark === "," && depth === 0 && !quoted) return marks.lastIndex;
    else if (mark === "}" && depth === 0) return found.index;
    else if (mark === "}") depth -= 1;
  }
  return undefined;
}
