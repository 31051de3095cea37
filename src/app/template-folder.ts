/** Where a dossier keeps its own templates. */
import type { Config } from "../model/config.ts";

/** The folder without a slash at its end; nothing when the dossier uses those of the house. */
export const templateFolder = ({ templates }: Pick<Config, "templates">): string | undefined =>
  templates?.replace(/\/+$/, "");
