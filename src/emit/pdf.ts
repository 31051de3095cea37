/** The report on paper: the page without its program, printed by a browser, finished with page numbers and properties. */
import { UserError } from "../core/user-error.ts";
import { partsOf } from "./html/parts.ts";
import { toHtml } from "./html.ts";
import type { Emit } from "./index.ts";

/** The page's style sheet has the margins; what it does not say is this. */
const paper = { format: "A4", margin: { top: "20mm", right: "18mm", bottom: "20mm", left: "18mm" } } as const;

export const emitPdf: Emit = async (report, means) => {
  const html = await toHtml(report, partsOf(means, "paper"), means.cache);
  try {
    means.progress.step("Printing the PDF");
    const browser = await means.openBrowser();
    try {
      const page = await browser.open(html);
      const printed = await page.pdf(paper);
      const { finishPdf } = await import("./pdf/finish.ts");
      return { data: await finishPdf(printed, report) };
    } finally {
      await browser.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { failure: error };
  }
};
