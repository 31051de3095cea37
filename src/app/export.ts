/** The sources in an exchange format; what the format can't carry is named. */

import type { WriteResult } from "../cite/format.ts";
import { formats } from "../cite/formats/index.ts";
import { UserError } from "../core/user-error.ts";
import { citedKeys, type Dossier } from "../model/dossier.ts";

export interface ExportOptions {
  readonly format: string;
  /** Only sources that something cites. */
  readonly cited?: boolean;
}

/** Names of the formats that can be written. */
export const exportFormats: readonly string[] = formats.filter(({ write }) => write).map(({ id }) => id);

/** In the order of the keys. Throws UserError for a format that can't be written. */
export function exportSources(dossier: Dossier, { format, cited }: ExportOptions): WriteResult {
  const write = formats.find(({ id }) => id === format)?.write;
  if (!write) throw new UserError(`There is no export format “${format}”.`, `Formats: ${exportFormats.join(", ")}.`);
  const used = citedKeys(dossier);
  const sources = [...dossier.sources.values()]
    .filter(({ id }) => !cited || used.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return write(sources.map(({ id, data }) => [id, data] as const));
}
