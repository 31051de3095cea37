/** What changed in meaning between two states of a dossier: verdicts, figures, sources, recommendations, efforts, suspect facts. */
import { evaluateModels } from "../calc/evaluate.ts";
import type { Host } from "../core/host.ts";
import { load } from "../load/load.ts";
import type { Dossier } from "../model/dossier.ts";
import type { Values } from "../model/value.ts";
import { verifiedFacts } from "../model/verified-facts.ts";

type ChangeGroup =
  | "questions"
  | "verdicts"
  | "recommendations"
  | "figures"
  | "facts"
  | "sources"
  | "cases"
  | "registers";

export interface Change {
  readonly group: ChangeGroup;
  readonly kind: "added" | "removed" | "changed";
  /** The object, such as `finding/caching` or `source/acme-2024#volume`. */
  readonly id: string;
  readonly title: string;
  /** What of it: verdict, effort.p50, … */
  readonly field?: string;
  readonly before?: string;
  readonly after?: string;
}

export interface State {
  readonly dossier: Dossier;
  readonly values: Values;
}

/** Nothing when `dossier.yaml` can't be read there. */
export async function stateOf(host: Pick<Host, "files" | "cache">): Promise<State | undefined> {
  const { dossier } = await load(host);
  return dossier && { dossier, values: (await evaluateModels(dossier, { cache: host.cache })).values };
}

/** In a stable order: by group, then by object. */
export function diffStates(before: State, after: State): Change[] {
  const changes: Change[] = [];
  for (const { group, rows } of tables) compare(group, rows(before), rows(after), changes);
  return changes;
}

/** An object with the fields whose change means something. */
interface Row {
  readonly title: string;
  readonly fields: Readonly<Record<string, string>>;
}

type Rows = ReadonlyMap<string, Row>;

const said = (value: unknown): string =>
  value === undefined
    ? ""
    : Array.isArray(value)
      ? value.map(said).join(", ")
      : String(value).replace(/\s+/g, " ").trim();

const rowsOf = <T>(
  entries: ReadonlyMap<string, { readonly data: T }>,
  kind: string,
  title: (data: T) => string,
  fields: (data: T) => Record<string, unknown>,
): Rows =>
  new Map(
    [...entries].map(([id, { data }]) => [
      `${kind}/${id}`,
      {
        title: title(data),
        fields: Object.fromEntries(Object.entries(fields(data)).map(([name, value]) => [name, said(value)])),
      },
    ]),
  );

const tables: readonly { readonly group: ChangeGroup; readonly rows: (state: State) => Rows }[] = [
  {
    group: "questions",
    rows: ({ dossier: { config } }) =>
      new Map(
        config.data.areas.flatMap(({ questions }) =>
          questions.map(({ id, title, asks }) => [`question/${id}`, { title, fields: { asks } }]),
        ),
      ),
  },
  {
    group: "verdicts",
    rows: ({ dossier }) =>
      rowsOf(
        dossier.findings,
        "finding",
        ({ title }) => title,
        ({ verdict, certainty, answer }) => ({ verdict, certainty, answer }),
      ),
  },
  {
    group: "recommendations",
    rows: ({ dossier }) =>
      rowsOf(
        dossier.recommendations,
        "recommendation",
        ({ title }) => title,
        ({ decision, strength, certainty, complexity, effort, calendar, findings, scores, "depends-on": needs }) => ({
          decision,
          strength,
          certainty,
          complexity,
          "effort p50": effort?.p50,
          "effort p90": effort?.p90,
          "calendar weeks": calendar?.weeks,
          findings,
          "depends on": needs,
          scores: scores && Object.entries(scores).map(([name, score]) => `${name} ${score}`),
        }),
      ),
  },
  {
    group: "figures",
    rows: ({ values }) =>
      new Map(
        [...values.values()].map(({ name, title, text }) => [`value/${name}`, { title, fields: { value: text } }]),
      ),
  },
  {
    group: "facts",
    rows: ({ dossier }) => {
      const verified = verifiedFacts(dossier);
      const rows = [...dossier.sources.values()].flatMap((source) =>
        (source.data.facts ?? []).map(({ id, states, figures, copy }): [string, Row] => {
          const standing = said(verified.get(`${source.id}#${id}`)?.status);
          return [
            `fact/${source.id}#${id}`,
            {
              title: source.data.title,
              fields: { states: said(states), figures: said(figures), copy, "last verified": standing },
            },
          ];
        }),
      );
      return new Map(rows);
    },
  },
  {
    group: "sources",
    rows: ({ dossier }) =>
      rowsOf(
        dossier.sources,
        "source",
        ({ title }) => title,
        ({ tier, issued, version, URL: address, flags }) => ({ tier, issued, version, address, flags }),
      ),
  },
  {
    group: "cases",
    rows: ({ dossier }) =>
      rowsOf(
        dossier.cases,
        "case",
        ({ title }) => title,
        ({ kind, result, questions }) => ({ kind, result, questions }),
      ),
  },
  {
    group: "registers",
    rows: ({ dossier: { risks, assumptions, conflicts } }) =>
      new Map<string, Row>([
        ...(risks?.data.risks ?? []).map(({ id, title, probability, impact }): [string, Row] => [
          `risk/${id}`,
          { title, fields: { probability, impact } },
        ]),
        ...(assumptions?.data.assumptions ?? []).map(({ id, statement, basis }): [string, Row] => [
          `assumption/${id}`,
          { title: said(statement), fields: { basis: said(basis) } },
        ]),
        ...(conflicts?.data.conflicts ?? []).map(({ id, title, status }): [string, Row] => [
          `conflict/${id}`,
          { title, fields: { status } },
        ]),
      ]),
  },
];

function compare(group: ChangeGroup, before: Rows, after: Rows, changes: Change[]): void {
  for (const id of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [was, is] = [before.get(id), after.get(id)];
    const title = (is ?? was)?.title ?? id;
    if (!was || !is) {
      changes.push({ group, kind: is ? "added" : "removed", id, title });
      continue;
    }
    for (const field of Object.keys(is.fields)) {
      const [old, now] = [was.fields[field] ?? "", is.fields[field] ?? ""];
      if (old !== now) changes.push({ group, kind: "changed", id, title, field, before: old, after: now });
    }
  }
}
