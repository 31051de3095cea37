/** The version of the file format. A file of another one is told so, before anything else of it is judged. */
import type { Issue } from "./issue.ts";
import type { Scalars } from "./yaml.ts";

const ours = "1";

/** The line for editors may name a versioned schema, such as `…/v2/source.json`. */
const versionedLine = /^(?:#[^\n]*\n)*# yaml-language-server: \$schema=\S*\/v(?<version>\d+)\/\S*/;

export function otherVersion(text: string, value: Scalars | undefined): Issue | undefined {
  const line = versionedLine.exec(text);
  const named = line?.groups?.["version"];
  if (line && named !== undefined && named !== ours) {
    const end = line[0].length;
    return { ...issue(named), span: { start: line[0].lastIndexOf("$schema="), end } };
  }
  const said = value !== null && typeof value === "object" && !Array.isArray(value) ? value["schema"] : undefined;
  return typeof said === "string" && said !== ours ? { ...issue(said), path: ["schema"] } : undefined;
}

const issue = (version: string): Pick<Issue, "rule" | "message" | "hint"> => ({
  rule: "format-version-known",
  message: `Unexpected format version “${version.slice(0, 20)}”, expected ${ours}`,
  hint: `This program speaks version ${ours}. Install the one that speaks version ${version.slice(0, 20)}; or write \`schema: ${ours}\`, run \`dossier schema --write research/schemas\` and mend what \`dossier lint\` reports: CHANGELOG.md lists what each version changed.`,
});
