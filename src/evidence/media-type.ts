/** The media type of a saved page by its name. */

const types: ReadonlyMap<string, string> = new Map(
  Object.entries({
    html: "text/html",
    htm: "text/html",
    xhtml: "application/xhtml+xml",
    pdf: "application/pdf",
    md: "text/markdown",
    mdx: "text/markdown",
    json: "application/json",
    xml: "application/xml",
  }),
);

/** `text/plain` for a name that tells nothing. */
export const typeOfName = (name: string): string =>
  types.get(/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "") ?? "text/plain";
