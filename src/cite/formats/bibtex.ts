/** BibTeX and BibLaTeX. */
import { bibtexEntry } from "../bibtex-write.ts";
import type { Format } from "../format.ts";

export const bibtex: Format = {
  id: "bibtex",
  title: "BibTeX and BibLaTeX",
  extensions: ["bib", "bibtex"],
  detect: (text) => /^[ \t]*@[A-Za-z]+\s*[{(]/m.test(text),
  async read(text) {
    const { readBibtex } = await import("../bibtex-read.ts");
    return readBibtex(text);
  },
  write(sources) {
    const entries = [...sources].map(([key, source]) => ({ key, ...bibtexEntry(key, source) }));
    return {
      text: entries.map(({ text }) => text).join("\n"),
      lost: entries.flatMap(({ key, lost }) => lost.map((field) => ({ key, field }))),
    };
  },
};
