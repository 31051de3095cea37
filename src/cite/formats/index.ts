/** Every exchange format; for import, the first that recognises a text is taken. */
import type { Format } from "../format.ts";
import { bibtex } from "./bibtex.ts";
import { cslJson } from "./csl-json.ts";
import { cslYaml } from "./csl-yaml.ts";
import { csv } from "./csv.ts";
import { ris } from "./ris.ts";

export const formats: readonly Format[] = [bibtex, cslJson, cslYaml, csv, ris];
