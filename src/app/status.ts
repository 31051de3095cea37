/** Where a dossier stands, remembered: what it takes to find out is loaded only when something changed. */
import type { Host } from "../core/host.ts";
import { remember } from "./memo.ts";

export interface QuestionStatus {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly answered: boolean;
  readonly verdict?: string;
  readonly certainty?: string;
  /** Distinct facts that the finding cites, by kind of copy. */
  readonly facts: { readonly primary: number; readonly "primary-excerpt": number; readonly secondary: number };
  readonly cases: number;
  readonly diagrams: number;
  readonly snippets: number;
  readonly recommendations: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface ProfileStatus {
  readonly name: string;
  /** Rules that examined something and are content, of those that examined something. */
  readonly met: number;
  readonly examined: number;
  /** Rules that are not content, with the number of errors. */
  readonly missing: readonly { readonly rule: string; readonly errors: number; readonly first: string }[];
}

export interface Status {
  readonly title: string;
  readonly questions: readonly QuestionStatus[];
  readonly profiles: readonly ProfileStatus[];
  readonly sources: number;
  readonly facts: number;
  readonly recommendations: number;
  readonly tbd: number;
  /** What to do, most urgent first. */
  readonly next: readonly string[];
}

/** Nothing when `dossier.yaml` can't be read. */
export async function statusOf(host: Host): Promise<Status | undefined> {
  const { value } = await remember(host, "status", {}, async (reading) => {
    const { computeStatus } = await import("./compute-status.ts");
    return { value: (await computeStatus(reading)) ?? null, expected: {} };
  });
  return value ?? undefined;
}
