/** The composed report: text with marks, the numbers of its marks, and the pictures beside it. */
import { say, type Wording } from "../core/wording.ts";
import type { Chain } from "./chains.ts";
import type { SourceCard } from "./evidence.ts";
import type { LiveModels } from "./live-models.ts";
import type { Mark, Marks } from "./marks.ts";

export interface Use {
  /** Anchor of the place that cites. */
  readonly anchor: string;
}

export interface Reference {
  readonly key: string;
  readonly number: number;
  /** The formatted entry, as Markdown. */
  readonly text: string;
  readonly uses: readonly Use[];
}

const numbers = new WeakMap<readonly Reference[], ReadonlyMap<string, number>>();

/** The number of each cited source; worked out once for a report. */
export function numbersOf({ references }: { readonly references: readonly Reference[] }): ReadonlyMap<string, number> {
  const known = numbers.get(references) ?? new Map(references.map(({ key, number }) => [key, number]));
  numbers.set(references, known);
  return known;
}

export interface ContentsItem {
  readonly level: number;
  readonly title: string;
  readonly id: string;
}

/** What a title page and the properties of a file say. */
export interface Imprint {
  readonly subtitle?: string;
  readonly authors: readonly string[];
  readonly version?: string;
  /** As-of date of the evidence, ISO. */
  readonly date: string;
  readonly reviewBy?: string;
  /** BCP 47. */
  readonly language: string;
}

export interface Report {
  readonly title: string;
  readonly imprint: Imprint;
  /** Markdown in which marks stand for what depends on the output format. */
  readonly text: string;
  readonly marks: Marks;
  readonly references: readonly Reference[];
  readonly contents: readonly ContentsItem[];
  /** `figure/id` to its number. */
  readonly labels: ReadonlyMap<string, number>;
  /** Pictures by their path beside the deliverable. */
  readonly assets: ReadonlyMap<string, string>;
  /** What each cited source says, by its key. */
  readonly evidence: ReadonlyMap<string, SourceCard>;
  /** Each recommendation down to its facts, in the order of the report. */
  readonly chains: readonly Chain[];
  readonly liveModels: LiveModels;
  readonly wording: Wording;
  /** A draft was built in spite of errors and says so. */
  readonly draft: boolean;
}

export interface Numbering {
  readonly references: readonly Omit<Reference, "text">[];
  readonly contents: readonly ContentsItem[];
  readonly labels: ReadonlyMap<string, number>;
}

/** Anchor of the n-th use of a source. */
export const useAnchor = (number: number, use: number) => `cite-${number}-${use}`;

export const referenceAnchor = (key: string) => `ref-${key}`;

/** One pass over the finished text: sources and pictures are numbered in the order of their first appearance. */
export function numberMarks(text: string, marks: Marks): Numbering {
  const references = new Map<string, { key: string; number: number; uses: Use[] }>();
  const labels = new Map<string, number>();
  const next = new Map<string, number>();
  const contents: ContentsItem[] = [];
  for (const mark of marks.in(text)) {
    if (mark.type === "heading") contents.push(mark);
    if (mark.type === "label" && !labels.has(labelKey(mark))) {
      const number = (next.get(mark.of) ?? 0) + 1;
      next.set(mark.of, number);
      labels.set(labelKey(mark), number);
    }
    if (mark.type !== "cite") continue;
    for (const { key } of mark.items) {
      const reference = references.get(key) ?? { key, number: references.size + 1, uses: [] };
      reference.uses.push({ anchor: useAnchor(reference.number, reference.uses.length + 1) });
      references.set(key, reference);
    }
  }
  return { references: [...references.values()], contents, labels };
}

const labelNames = { figure: "Figure", table: "Table", listing: "Listing" } as const;

/** `Figure 3`, in the language of the report. */
export const labelText = (
  mark: Extract<Mark, { type: "label" | "label-link" }>,
  { labels, wording }: Pick<Report, "labels" | "wording">,
) => `${say(wording, labelNames[mark.of])} ${labels.get(labelKey(mark)) ?? "?"}`;

export const labelKey = (mark: Extract<Mark, { type: "label" | "label-link" }>) => `${mark.of}/${mark.id}`;
