/** The words of an HTML page as a reader sees them, in one pass and without building a tree. */
import { decodeHTML } from "entities";
import { Tokenizer } from "htmlparser2";

/** Their text is no text of the page. */
const silent = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "head",
  "svg",
  "math",
  "object",
  "iframe",
  "select",
  "textarea",
]);

/** Elements inside a line: what stands left and right of their tags is one word. */
const inline = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

/** Text with a line break at every block; entities are decoded. Linear in its length, however deep the page nests. */
export function htmlText(html: string): string {
  let text = "";
  /** The silent element that is open, and how often it is open in itself. */
  let mute = "";
  let depth = 0;
  let opening = "";
  const nothing = () => undefined;
  const tokenizer = new Tokenizer(
    // Told to decode, the tokenizer looks at every character; few texts have an entity.
    { decodeEntities: false },
    {
      ontext(start, end) {
        if (mute !== "") return;
        const said = html.slice(start, end);
        text += said.includes("&") ? decodeHTML(said) : said;
      },
      onopentagname(start, end) {
        opening = html.slice(start, end).toLowerCase();
        if (!inline.has(opening)) text += "\n";
        if (mute === "" ? silent.has(opening) : opening === mute) {
          mute = opening;
          depth += 1;
        }
        // A page that never closes its head has one that ends at its body.
        if (opening === "body" && mute === "head") {
          mute = "";
          depth = 0;
        }
      },
      onselfclosingtag() {
        if (mute === opening) depth -= 1;
        if (depth === 0) mute = "";
      },
      onclosetag(start, end) {
        const name = html.slice(start, end).toLowerCase();
        if (!inline.has(name)) text += "\n";
        if (name === mute) depth -= 1;
        if (depth <= 0) {
          depth = 0;
          mute = "";
        }
      },
      ontextentity: nothing,
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return text;
}
