/** Findings as SARIF 2.1.0, the form in which code hosts take the results of static analysis. */
import { explainAll } from "../../app/explain.ts";
import { fingerprints } from "../../app/fingerprint.ts";
import type { Diagnostic, Fix, Location, Severity } from "../../core/diagnostic.ts";
import { version } from "../version.ts";
import { workspaceFolder } from "../workspace-folder.ts";
import type { Reporter } from "./index.ts";

const level: Record<Severity, string> = { error: "error", warning: "warning", info: "note" };

export const sarif: Reporter = ({ diagnostics, suppressed, known, examined, profile }, host) => {
  const rules = explainAll();
  const folder = workspaceFolder(host);
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  const all: { diagnostic: Diagnostic; more: object }[] = [
    ...diagnostics.map((diagnostic) => ({ diagnostic, more: known ? { baselineState: "new" } : {} })),
    ...(known ?? []).map((diagnostic) => ({ diagnostic, more: { baselineState: "unchanged" } })),
    ...suppressed.map((diagnostic) => ({
      diagnostic,
      more: {
        ...(known ? { baselineState: "unchanged" } : {}),
        suppressions: [{ kind: "inSource", status: "accepted", justification: diagnostic.reason }],
      },
    })),
  ];
  const marks = fingerprints(
    all.map(({ diagnostic }) => diagnostic),
    host,
  );
  const run = {
    tool: {
      driver: {
        name: "dossier",
        semanticVersion: version,
        rules: rules.map(({ id, summary, why, severity, family }) => ({
          id,
          shortDescription: { text: summary },
          ...(why ? { fullDescription: { text: why } } : {}),
          help: { text: `Run \`dossier explain ${id}\`.` },
          defaultConfiguration: { level: level[severity] },
          properties: { tags: [family] },
        })),
      },
    },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: {
      SRCROOT: { description: { text: "The root of the repository." } },
      PROJECT: {
        ...(folder ? { uri: encodeURI(folder), uriBaseId: "SRCROOT" } : {}),
        description: { text: "The folder that holds research/." },
      },
    },
    properties: { profile: profile ?? null, examined },
    results: all.map(({ diagnostic, more }, at) => ({
      ruleId: diagnostic.rule,
      ...(index.has(diagnostic.rule) ? { ruleIndex: index.get(diagnostic.rule) } : {}),
      level: level[diagnostic.severity],
      message: { text: diagnostic.hint ? `${diagnostic.message}. ${diagnostic.hint}` : diagnostic.message },
      locations: [{ physicalLocation: physical(diagnostic) }],
      ...(diagnostic.related?.length
        ? {
            relatedLocations: diagnostic.related.map((other, id) => ({
              id,
              message: { text: other.message },
              physicalLocation: physical(other),
            })),
          }
        : {}),
      partialFingerprints: { "dossierFinding/v1": marks[at] },
      ...(diagnostic.fix ? { fixes: [fixOf(diagnostic.fix, diagnostic.hint)] } : {}),
      ...more,
    })),
  };
  return `${JSON.stringify({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] }, null, 2)}\n`;
};

const artifact = (file: string) => ({ uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "PROJECT" });

const physical = ({ file, line, column, endLine, endColumn }: Location) => ({
  artifactLocation: artifact(file),
  region: {
    startLine: line,
    startColumn: column,
    endLine,
    endColumn: endLine === line ? Math.max(column, endColumn) : endColumn,
  },
});

const fixOf = ({ file, span, text }: Fix, hint = "Replace it.") => ({
  description: { text: hint },
  artifactChanges: [
    {
      artifactLocation: artifact(file),
      replacements: [
        { deletedRegion: { charOffset: span.start, charLength: span.end - span.start }, insertedContent: { text } },
      ],
    },
  ],
});
