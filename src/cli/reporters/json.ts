/**
 * Findings as JSON. Stable: fields are only added. `version` is that of this form;
 * `diagnostics` have file, line, column, endLine, endColumn (one-based), rule, severity, message, hint?, related?, fix?; `account` says what figures and facts stand on.
 */
import type { Reporter } from "./index.ts";
import { countBySeverity } from "./summary.ts";

export const json: Reporter = ({ diagnostics, found = diagnostics, examined, profile, account }) =>
  `${JSON.stringify(
    {
      version: 1,
      profile: profile ?? null,
      counts: countBySeverity(found),
      examined: Object.fromEntries(Object.entries(examined).sort(([a], [b]) => (a < b ? -1 : 1))),
      ...(account ? { account } : {}),
      diagnostics,
    },
    null,
    2,
  )}\n`;
