/** Which files hold a CSL style and its locale. */

export interface CslFile {
  /** `templates`: comes with Dossier, path below its template folder; `project`: path in the user's project. */
  readonly from: "templates" | "project";
  readonly path: string;
}

/** The file of a style: a path in the project when it ends in `.csl`, otherwise one of ours by name. */
export function styleFile(style = "dossier"): CslFile {
  if (style.endsWith(".csl")) return { from: "project", path: style };
  return { from: "templates", path: `csl/${style.replace(/[^A-Za-z0-9-]/g, "")}.csl` };
}

/** The locale for a language tag: French or English. */
export function localeFile(language = "en"): CslFile {
  return { from: "templates", path: `csl/locales-${/^fr\b/i.test(language) ? "fr" : "en"}.xml` };
}
