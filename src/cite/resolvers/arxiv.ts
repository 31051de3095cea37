/** arXiv: papers by id, through its Atom interface. https://info.arxiv.org/help/api/user-manual.html */
import { DomUtils, parseDocument } from "htmlparser2";
import { arxivOf } from "../identifiers.ts";
import { personName } from "../person-name.ts";
import { answerOf, type Resolver } from "../resolver.ts";

/** arXiv asks for three seconds between two requests. */
const gap = 3000;

export const arxiv: Resolver = {
  id: "arxiv",
  title: "arXiv",
  base: "https://export.arxiv.org",
  accepts: ({ scheme }) => scheme === "arxiv",
  async resolve({ id }, { fetch, base }) {
    const url = `${base}/api/query?id_list=${encodeURIComponent(id)}`;
    const answer = await answerOf("arXiv", fetch, {
      url,
      accept: ["application/atom+xml", "application/xml", "text/xml"],
      gap,
    });
    if (!("text" in answer)) return answer;
    const feed = parseDocument(answer.text.slice(0, 1_000_000), { xmlMode: true });
    const [entry] = DomUtils.getElementsByTagName("entry", feed, true, 1);
    const all = (name: string) =>
      (entry ? DomUtils.getElementsByTagName(name, entry) : []).map((element) => DomUtils.textContent(element).trim());
    const found = arxivOf(all("id")[0] ?? "");
    // An unknown id gives no entry, or one that is titled “Error” and has no paper's address.
    if (!entry || !found) return { kind: "unknown", message: "arXiv does not know it" };
    const doi = all("arxiv:doi")[0];
    const item = {
      type: "article",
      title: all("title")[0],
      author: all("name").map(personName),
      publisher: "arXiv",
      version: found.version,
      issued: { raw: (all("published")[0] ?? "").slice(0, 10) },
      URL: `https://arxiv.org/abs/${found.paper}`,
      DOI: `10.48550/arXiv.${found.paper}`,
      note: doi ? `Published as https://doi.org/${doi}` : undefined,
    };
    return { kind: "found", by: "arXiv", metadata: { item, own: { flags: ["preprint"] } } };
  },
};
