/** Open Library: books by ISBN. https://openlibrary.org/dev/docs/api/books */
import { parseDate } from "../edtf.ts";
import { personName } from "../person-name.ts";
import { jsonOf, type Resolver } from "../resolver.ts";

export const openLibrary: Resolver = {
  id: "open-library",
  title: "Open Library",
  base: "https://openlibrary.org",
  accepts: ({ scheme }) => scheme === "isbn",
  async resolve({ id }, asking) {
    const answer = await jsonOf("Open Library", asking, `/api/books?bibkeys=ISBN:${id}&format=json&jscmd=data`);
    if (!("json" in answer)) return answer;
    const book = answer.json.at(`ISBN:${id}`);
    const title = book.at("title").text;
    if (title === undefined) return { kind: "unknown", message: "Open Library does not know it" };
    const said = book.at("publish_date").text ?? "";
    const issued = parseDate(said) ?? /\b(?:1[5-9]|20)\d\d\b/.exec(said)?.[0];
    const item = {
      type: "book",
      title: [title, book.at("subtitle").text].filter(Boolean).join(": "),
      author: book
        .at("authors")
        .list.flatMap((author) => author.at("name").text ?? [])
        .map(personName),
      publisher: book.at("publishers", 0, "name").text,
      "publisher-place": book.at("publish_places", 0, "name").text,
      "number-of-pages": book.at("number_of_pages").text,
      issued: issued ? { raw: issued } : undefined,
      ISBN: id,
      URL: addressOf(book.at("url").text),
    };
    return { kind: "found", by: "Open Library", metadata: { item } };
  },
};

const addressOf = (said: string | undefined): string | undefined =>
  said?.replace(/^http:\/\/openlibrary\.org\//, "https://openlibrary.org/");
