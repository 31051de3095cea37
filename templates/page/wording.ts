/** What the page's program says, in the language of the report: the table of its words stands in the page. */
import { say, type Wording } from "../../src/core/wording.ts";
import { byId } from "./dom.ts";

export const wording = JSON.parse(byId("dossier-wording")?.textContent ?? "{}") as Wording;

export const t = (english: string, values?: Readonly<Record<string, unknown>>): string => say(wording, english, values);
