/** The report on paper: the page without its program, printed by a browser, finished with page numbers and properties. */
import { UserError } from "../core/user-error.ts";
import { partsOf } from "./html/parts.ts";
import { toHtml } from "./html.ts";
import type { Emit } from "./index.ts";

/** The page's style sheet has the margins; what it does not say is this. */
export const paper = { format: "A4", margin: { top: "20mm", right: "18mm", bottom: "20mm", left: "18mm" } } as const;

export const emitPdf: Emit = async (report, means) => {
  means.progress.step("Printing the PDF");
  // The browser starts while the page is made, and ends while its print is finished.
  const opening = means.openBrowser();
  try {
    const [html, browser] = await Promise.all([toHtml(report, partsOf(means, "paper"), means.cache), opening]);
    const page = await browser.open(html);
    const [printed, { finishPdf }] = await Promise.all([page.pdf(paper), import("./pdf/finish.ts")]);
    // Nobody waits for it yet, and a browser that would not go is no reason to lose the file.
    browser.close().catch(() => undefined);
    return { data: await finishPdf(printed, report) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { failure: error };
  } finally {
    await opening.then(
      (browser) => browser.close(),
      () => undefined,
    );
  }
};
