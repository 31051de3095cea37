/** The report for Word and LibreOffice: real headings, captions, tables and links, in the house style. */

import type { Emit } from "./index.ts";
import { sectionsOf } from "./sections.ts";

export const emitDocx: Emit = async (report, means) => {
  const [{ documentOf }, { pngsOf }, { packDocx }] = await Promise.all([
    import("./docx/document.ts"),
    import("./docx/pictures.ts"),
    import("./docx/pack.ts"),
  ]);
  const { pngs, failure } = await pngsOf(report.assets, means);
  const document = await documentOf(report, sectionsOf(report), pngs, means.template("reference.docx"));
  return { data: await packDocx(document, report.imprint.date), ...(failure ? { failure } : {}) };
};
