/** The RFC Editor: RFCs by number, with what became of them. https://www.rfc-editor.org/rfc/rfc8446.json */
import { parseDate } from "../edtf.ts";
import { abbreviatedName } from "../person-name.ts";
import { jsonOf, type Resolver } from "../resolver.ts";

export const rfcEditor: Resolver = {
  id: "rfc-editor",
  title: "RFC Editor",
  base: "https://www.rfc-editor.org",
  accepts: ({ scheme }) => scheme === "rfc",
  async resolve({ id }, asking) {
    const answer = await jsonOf("The RFC Editor", asking, `/rfc/rfc${id}.json`);
    if (!("json" in answer)) return answer;
    const rfc = answer.json;
    const title = rfc.at("title").text;
    if (title === undefined) return { kind: "unknown", message: "The RFC Editor does not know it" };
    const successors = rfc.at("obsoleted_by").list.flatMap(({ text }) => text?.trim() ?? []);
    const item = {
      type: "standard",
      title,
      author: rfc
        .at("authors")
        .list.flatMap(({ text }) => text ?? [])
        .map(abbreviatedName),
      "collection-title": "Request for Comments",
      publisher: "RFC Editor",
      number: `RFC ${id}`,
      genre: rfc.at("pub_status").text?.toLowerCase(),
      "number-of-pages": rfc.at("page_count").text,
      issued: { raw: parseDate(rfc.at("pub_date").text ?? "") ?? "" },
      DOI: rfc.at("doi").text ?? `10.17487/RFC${id.padStart(4, "0")}`,
      URL: `https://www.rfc-editor.org/rfc/rfc${id}`,
      note: successors.length > 0 ? `Obsoleted by ${successors.join(", ")}` : undefined,
    };
    return {
      kind: "found",
      by: "the RFC Editor",
      metadata: { item, own: { organisation: "IETF", ...(successors.length > 0 ? { flags: ["superseded"] } : {}) } },
    };
  },
};
