/** A name for a finding that outlives edits elsewhere in its file: baselines and code scanning know it again by this. */

import type { Diagnostic } from "../core/diagnostic.ts";
import { digest } from "../core/digest.ts";
import type { Host } from "../core/host.ts";
import { SourceText } from "../core/source-text.ts";

/** One for each diagnostic, in their order: rule, file, words of the line, and which of several alike it is. */
export function fingerprints(diagnostics: readonly Diagnostic[], { files }: Pick<Host, "files">): string[] {
  const sources = new Map<string, SourceText>();
  const seen = new Map<string, number>();
  return diagnostics.map(({ rule, file, line, message }) => {
    const source = sources.get(file) ?? new SourceText(file, new TextDecoder().decode(files.read(file)));
    sources.set(file, source);
    // Counts in a message change while the finding is the same.
    const alike = digest(rule, file, source.line(line).trim(), message.replace(/\d+/g, "0")).slice(0, 24);
    const rank = seen.get(alike) ?? 0;
    seen.set(alike, rank + 1);
    return `${alike}:${rank + 1}`;
  });
}
