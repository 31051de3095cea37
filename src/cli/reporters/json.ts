/**
 * Findings as JSON. Stable: fields are only added. `version` is that of this form;
 * `diagnostics` have file, line, column, endLine, endColumn (one-based), rule, severity, message, hint?, related?, fix?.
 */
import type { Reporter } from "./index.ts";
import { countBySeverity } from "./summary.ts";

export const json: Reporter = ({ diagnostics, examined, profile }) =>
  `${JSON.stringify(
    {
      version: 1,
      profile: profile ?? null,
      counts: countBySeverity(diagnostics),
      examined: Object.fromEntries(Object.entries(examined).sort(([a], [b]) => (a < b ? -1 : 1))),
      diagnostics,
    },
    null,
    2,
  )}\n`;
