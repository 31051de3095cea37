/** Adds a fact to a source, with the fingerprint of the passage that carries it. */
import type { Host } from "../core/host.ts";
import { didYouMean } from "../core/suggest.ts";
import { UserError } from "../core/user-error.ts";
import { fewestWords, findPins, pinOf } from "../evidence/fingerprint.ts";
import { findQuote } from "../evidence/quote.ts";
import { type PageFile, readings } from "../evidence/readings.ts";
import { spliceFact } from "../evidence/splice-fact.ts";
import { wordsOf } from "../evidence/words.ts";
import { readFile } from "../load/file.ts";
import { decode } from "../load/text.ts";
import { workspace } from "../load/workspace.ts";
import { kinds } from "../model/kinds.ts";
import type { Fact } from "../model/source.ts";
import { findFigures } from "../prose/figures.ts";
import { matches } from "../prose/matching.ts";

export interface FactRequest {
  readonly key: string;
  /** Everything but the fingerprint. */
  readonly fact: Omit<Fact, "pin">;
  /** The supporting passage; only its fingerprint is kept. */
  readonly passage?: string;
  /** A saved copy of the page, on which the passage must stand. */
  readonly page?: PageFile;
  readonly dryRun?: boolean;
}

export interface FactAdded {
  readonly path: string;
  readonly fact: Fact;
  /** The source file with the fact in it. */
  readonly text: string;
  /** What a person should look at. */
  readonly notes: readonly string[];
}

/** Why nothing was added: the content is at fault, not the command. */
export interface FactRefused {
  readonly refused: string;
  readonly hint: string;
}

/** Throws UserError for an unknown source. */
export async function addFact(host: Host, request: FactRequest): Promise<FactAdded | FactRefused> {
  const path = pathOf(host, request.key);
  const { pin, refusal } = fingerprint(request.passage);
  if (refusal) return refusal;
  const fact: Fact = { ...request.fact, ...(pin ? { pin } : {}) };
  const missing = request.page && !(await standsOn(request.page, fact, host));
  if (missing)
    return {
      refused: `The ${pin ? "passage" : "quotation"} does not stand on the saved page`,
      hint: "Copy the passage from the page, word by word, and leave out what stands between its words (notes, captions).",
    };
  let text = "";
  let refused: FactRefused | undefined;
  const change = (bytes: Uint8Array | undefined): string | undefined => {
    const added = bytes && withFact(decode(bytes).text, fact);
    if (!added) throw new UserError(`${path} is gone.`);
    if ("refused" in added) refused = added;
    else text = added.text;
    return refused || request.dryRun ? undefined : text;
  };
  if (request.dryRun) change(host.files.read(path));
  else await host.files.update(path, change);
  return refused ?? { path, fact, text, notes: notesOn(fact, request.passage) };
}

function pathOf({ files }: Host, key: string): string {
  const path = `${workspace}/sources/${key}.yaml`;
  const paths = files.list(`${workspace}/sources`);
  if (paths.includes(path)) return path;
  const keys = paths.map((known) => known.replace(/^.*\/|\.yaml$/g, ""));
  throw new UserError(
    `There is no source “${key}”.`,
    didYouMean(key, keys) ?? "Register it first: dossier add-source <what>.",
  );
}

function fingerprint(passage: string | undefined) {
  if (passage === undefined) return {};
  const { pin, words } = pinOf(passage);
  if (pin) return { pin };
  const refused = `The passage has ${words} words, expected at least ${fewestWords}`;
  return {
    refusal: {
      refused,
      hint: "Take the whole sentence, or the one beside it as well: few words stand in many places.",
    },
  };
}

/** The new text, checked as the loader would: what can't be read again is not written. */
function withFact(before: string, fact: Fact): { text: string } | FactRefused {
  const spliced = spliceFact(before, fact);
  if (spliced.problem !== undefined)
    return {
      refused: spliced.problem,
      hint: "Choose another --id, or mend the file first: `dossier lint` shows where.",
    };
  const kind = kinds.find(({ name }) => name === "source");
  const was = kind && readFile(kind, before).issues.length;
  const [issue] = kind && was === 0 ? readFile(kind, spliced.text).issues : [];
  return issue ? { refused: issue.message, hint: issue.hint ?? "Mend what was given." } : { text: spliced.text };
}

async function standsOn(page: PageFile, { pin, quote }: Fact, { openIsolate }: Host): Promise<boolean> {
  if (!pin && !quote) return true;
  for await (const text of readings(page, openIsolate)) {
    const words = wordsOf(text);
    if ((!pin || findPins(words, [pin]).size > 0) && (!quote || findQuote(words, quote) === "found")) return true;
  }
  return false;
}

/** Figures that the passage does not show, and a fact that nothing binds to a passage. */
function notesOn({ figures = [], pin, quote }: Fact, passage: string | undefined): string[] {
  if (!pin && !quote) return ["The fact is bound to no passage: --passage or --quote lets `dossier verify` check it."];
  const said = passage ?? quote?.exact ?? "";
  const absent = figures.filter((figure) => !findFigures(figure, true).every((one) => matches(one, [said])));
  return absent.length === 0
    ? []
    : [
        `The passage does not show ${absent.map((figure) => `“${figure}”`).join(", ")}: is it converted, or from another place?`,
      ];
}
