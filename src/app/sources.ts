/** The sources as a list: what each is, what was taken from it, and whether it still stands. */
import { didYouMean } from "../core/suggest.ts";
import { UserError } from "../core/user-error.ts";
import { type Dossier, entriesOf, questionsOf } from "../model/dossier.ts";

export interface SourceLine {
  readonly key: string;
  readonly tier: string;
  readonly organisation: string;
  readonly issued: string;
  readonly title: string;
  readonly facts: number;
  /** Objects that cite it. */
  readonly cited: number;
  /** The last verification's word, with its day; empty before the first. */
  readonly status: string;
}

export interface SourceFilter {
  readonly tier?: string;
  readonly unused?: boolean;
  readonly question?: string;
  /** In key, title, organisation or author, in any case. */
  readonly search?: string;
}

/** In the order of their keys. Throws UserError for a question that nobody asks. */
export function listSources(dossier: Dossier, { tier, unused, question, search }: SourceFilter = {}): SourceLine[] {
  const questions = questionsOf(dossier.config.data).map(({ id }) => id);
  if (question !== undefined && !questions.includes(question))
    throw new UserError(
      `There is no question “${question}”.`,
      didYouMean(question, questions) ?? `Questions: ${questions.join(", ")}.`,
    );
  const cited = new Map<string, number>();
  for (const entry of entriesOf(dossier)) {
    const keys = new Set(
      entry.prose.flatMap(({ reading }) => reading.citations.flatMap(({ items }) => items.map(({ key }) => key))),
    );
    for (const key of keys) cited.set(key, (cited.get(key) ?? 0) + 1);
  }
  const ledger = new Map(Object.entries(dossier.ledger?.data.sources ?? {}));
  const lines = [...dossier.sources.values()].flatMap(({ id, data }): SourceLine[] => {
    if (tier && data.tier !== tier) return [];
    if (unused && cited.has(id)) return [];
    if (question && !data.questions?.includes(question)) return [];
    if (
      search &&
      !`${id} ${data.title} ${data.organisation ?? ""} ${JSON.stringify(data.author ?? [])}`
        .toLowerCase()
        .includes(search.toLowerCase())
    )
      return [];
    const state = ledger.get(id);
    return [
      {
        key: id,
        tier: data.tier ?? "",
        organisation: data.organisation ?? "",
        issued: data.issued ?? "",
        title: data.title,
        facts: data.facts?.length ?? 0,
        cited: cited.get(id) ?? 0,
        status: state ? `${state.status} ${state.checked}` : "",
      },
    ];
  });
  return lines.sort((a, b) => (a.key < b.key ? -1 : 1));
}
