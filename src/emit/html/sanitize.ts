/** What may stand in the page of all that prose can produce: a closed list of elements, attributes and schemes. */
import { defaultSchema, type Options } from "rehype-sanitize";

const { attributes } = defaultSchema;
const foreign = ["img", "input", "picture", "source", "div"];

export const schema: Options = {
  ...defaultSchema,
  // Ids come from our own marks and from a prefixed counter of notes, never from the text.
  clobberPrefix: "",
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => !foreign.includes(name)),
    "figure",
    "figcaption",
    "div",
  ],
  protocols: { href: ["http", "https", "mailto"], cite: [], src: [], longDesc: [] },
  attributes: {
    ...attributes,
    "*": ["id", "align", "title"],
    a: [
      "href",
      "ariaDescribedBy",
      "ariaLabel",
      "dataFootnoteRef",
      "dataFootnoteBackref",
      ["className", "data-footnote-backref"],
    ],
    div: [["className", "scroll", "wide"], "tabIndex", ["role", "group"], "ariaLabel"],
    figure: [["className", "picture", "listing", "long"]],
    span: [["className", /^t-[a-z]+(?:-[a-z]+)*$/]],
    code: [["className", /^language-[\w-]+$/]],
    p: [["className", "head"]],
    pre: [["className", "code"], "tabIndex"],
    li: [["className", "task-list-item"]],
    th: ["scope"],
    td: [],
  },
};
