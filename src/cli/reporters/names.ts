/** Names of the reporters, apart from their code so that `--help` loads none of it. */
export const reporterNames = ["text", "json", "jsonl", "sarif", "github", "junit", "markdown"] as const;

export type ReporterName = (typeof reporterNames)[number];
