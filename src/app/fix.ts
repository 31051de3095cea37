/** Applies the fixes that findings carry: splices, from the end of each file to its beginning, each file whole or not at all. */
import type { Diagnostic, Fix } from "../core/diagnostic.ts";
import type { Host } from "../core/host.ts";

export interface FixResult {
  /** Number of fixes by file. */
  readonly fixed: Readonly<Record<string, number>>;
  /** Fixes that overlap others; another run applies them. */
  readonly left: number;
}

export async function applyFixes(
  diagnostics: readonly Diagnostic[],
  { files }: Pick<Host, "files">,
): Promise<FixResult> {
  const byFile = new Map<string, Fix[]>();
  for (const { fix } of diagnostics) if (fix) byFile.set(fix.file, [...(byFile.get(fix.file) ?? []), fix]);
  const fixed: Record<string, number> = {};
  let left = 0;
  for (const [file, fixes] of byFile) {
    const chosen = withoutOverlap(fixes);
    left += fixes.length - chosen.length;
    await files.update(
      file,
      (bytes) => bytes && splice(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), chosen),
    );
    fixed[file] = chosen.length;
  }
  return { fixed, left };
}

/** The text with every fix applied; fixes must not overlap. */
export function splice(text: string, fixes: readonly Fix[]): string {
  return [...fixes]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, text: insert }) => now.slice(0, span.start) + insert + now.slice(span.end), text);
}

/** Small ones first: one that moves whole fields waits for those inside it. */
function withoutOverlap(fixes: readonly Fix[]): Fix[] {
  const bySize = [...fixes].sort(
    (a, b) => a.span.end - a.span.start - (b.span.end - b.span.start) || a.span.start - b.span.start,
  );
  const chosen: Fix[] = [];
  for (const fix of bySize)
    if (chosen.every(({ span }) => fix.span.end <= span.start || fix.span.start >= span.end)) chosen.push(fix);
  return chosen;
}
