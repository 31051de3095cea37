/** What a lint rule is: a value with its reasons, its examples and a pure question asked of a dossier. */
import type { Fix, Severity } from "../core/diagnostic.ts";
import type { Dossier } from "../model/dossier.ts";
import type { Entry, Place } from "../model/entry.ts";
import type { Replacement } from "../model/problem.ts";
import type { Values } from "../model/value.ts";
import type { Ground } from "./ground.ts";

export type Family =
  | "structure"
  | "coverage"
  | "citations"
  | "numbers"
  | "currency"
  | "prose"
  | "diagrams"
  | "snippets"
  | "traceability"
  | "roadmap";

/**
 * Files that are laid over the example dossier, by path below `research/`. In a bad example, `⟦` and `⟧` mark the
 * place that the rule reports; they are taken out before the files are read. `thresholds` are set in its profile.
 */
export interface Example {
  readonly files: Readonly<Record<string, string>>;
  readonly thresholds?: Readonly<Record<string, number>>;
  readonly requires?: Readonly<Record<string, readonly string[]>>;
}

/** The standards of the chosen profile, with what it extends already merged in. */
export interface Standards {
  readonly profile: string;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly requires: Readonly<Record<string, readonly string[]>>;
  readonly severities: Readonly<Record<string, Severity | "off">>;
}

/** Everything a rule may look at. Rules do no I/O: whatever had to be computed or asked of the machine is in here. */
export interface LintInput {
  readonly dossier: Dossier;
  readonly standards: Standards;
  readonly values: Values;
  /** The day of the run, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface Finding {
  readonly place: Place;
  readonly message: string;
  readonly hint?: string;
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  readonly fix?: Fix | Replacement;
}

export type Report = (place: Place, message: string, more?: Omit<Finding, "place" | "message">) => void;

interface About {
  /** Kebab-case; states the wanted condition. The file has the same name. */
  readonly id: string;
  readonly family: Family;
  /** Default severity; profiles and `severities` in dossier.yaml change it. */
  readonly severity: Severity;
  /** One sentence: what holds when the rule is content. */
  readonly summary: string;
  /** Why it matters, in one to three sentences. */
  readonly why: string;
  /** What it can't see, or leaves alone. */
  readonly limits?: string;
  /** Names of the thresholds that it reads from the profile. */
  readonly thresholds?: readonly string[];
  readonly good: Example;
  readonly bad: Example;
}

/** A question asked of the dossier as a whole. */
export interface DossierRule extends About {
  /** Reports what is wrong and returns how many things it examined. */
  check(input: LintInput, report: Report): number;
}

/** A question asked of each object by itself: it is not asked again while the object and its ground are as they were. */
export interface EntryRule extends About {
  /** The kinds of objects that it is asked of; all when missing. */
  readonly kinds?: readonly string[];
  /** Reports what is wrong with one object and returns how many things it examined. */
  checkEntry(entry: Entry, ground: Ground, report: Report): number;
}

export type Rule = DossierRule | EntryRule;
