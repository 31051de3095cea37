/** The document as a file: the same report gives the same bytes, whenever and after whatever it is written. */
import { type Document, Packer } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** `date` is the report's, ISO; it becomes the document's and its parts'. */
export async function packDocx(document: Document, date: string): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  const names = Object.keys(parts).sort();
  const texts = new Map(
    names.filter((name) => /\.(?:xml|rels)$/.test(name)).map((name) => [name, strFromU8(parts[name] as Uint8Array)]),
  );
  settleRelations(texts);
  for (const [name, text] of texts) texts.set(name, renumbered(text));
  const core = texts.get("docProps/core.xml");
  if (core !== undefined)
    texts.set("docProps/core.xml", core.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${date}T00:00:00Z`));
  // A zip has local times without zone: the parts are given, so that every zone writes the same.
  const [year = 1980, month = 1, day = 1] = date.split("-").map(Number);
  const mtime = new Date(year, month - 1, day);
  return zipSync(
    Object.fromEntries(
      ordered(names).map((name) => [
        name,
        [
          texts.has(name) ? strToU8(texts.get(name) as string) : (parts[name] as Uint8Array),
          { mtime, level: name.endsWith(".png") ? 0 : 6 },
        ],
      ]),
    ),
  );
}

/** The list of content types is the first part, as Word writes it. */
const ordered = (names: readonly string[]) =>
  [...names].sort((a, b) => Number(b === "[Content_Types].xml") - Number(a === "[Content_Types].xml"));

/** The library names relations at random; they are numbered in the order in which they are listed. */
function settleRelations(texts: Map<string, string>): void {
  for (const [name, rels] of texts) {
    const owner = name.replace(/_rels\/([^/]+)\.rels$/, "$1");
    if (owner === name) continue;
    const ids = new Map(
      [...rels.matchAll(/\bId="([^"]+)"/g)].map(([, id], index) => [id as string, `rId${index + 1}`]),
    );
    const settled = (text: string, attribute: RegExp) =>
      text.replace(attribute, (whole, start: string, id: string) => (ids.has(id) ? `${start}${ids.get(id)}"` : whole));
    texts.set(name, settled(rels, /(\bId=")([^"]+)"/g));
    const part = texts.get(owner);
    if (part !== undefined) texts.set(owner, settled(part, /(\br:(?:id|embed|link|pict)=")([^"]+)"/g));
  }
}

/** Bookmarks and drawings are counted over all documents of a run; here they are counted in this one. */
function renumbered(text: string): string {
  const ids = new Map<string, number>();
  const bookmarked = text.replace(
    /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")([^"]+)"/g,
    (_, start: string, id: string) => {
      if (!ids.has(id)) ids.set(id, ids.size + 1);
      return `${start}${ids.get(id)}"`;
    },
  );
  const headings = new Map<string, string>();
  const listed = bookmarked.replace(/_Toc\d+/g, (name) => {
    if (!headings.has(name)) headings.set(name, `_Toc${headings.size + 1}`);
    return headings.get(name) as string;
  });
  let drawings = 0;
  return listed.replace(/(<wp:docPr\b[^>]*?\bid=")[^"]+"/g, (_, start: string) => `${start}${++drawings}"`);
}
