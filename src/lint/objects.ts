/** The ids that references may name, by kind, as the fields of the schemas spell the kinds. */
import type { Dossier } from "../model/dossier.ts";
import { questionsOf } from "../model/dossier.ts";
import { perDossier } from "./memo.ts";

const ids = (list: readonly { readonly id: string }[] | undefined) => (list ?? []).map(({ id }) => id);

export const idsOf = perDossier((dossier): Readonly<Record<string, ReadonlySet<string>>> => {
  const { components, "data-classes": classes, figures } = dossier.system?.data ?? {};
  return {
    finding: new Set(dossier.findings.keys()),
    question: new Set(questionsOf(dossier.config.data).map(({ id }) => id)),
    case: new Set(dossier.cases.keys()),
    recommendation: new Set(dossier.recommendations.keys()),
    model: new Set(dossier.models.keys()),
    diagram: new Set(dossier.diagrams.keys()),
    snippet: new Set(dossier.snippets.keys()),
    area: new Set(dossier.areas.keys()),
    risk: new Set(ids(dossier.risks?.data.risks)),
    assumption: new Set(ids(dossier.assumptions?.data.assumptions)),
    conflict: new Set(ids(dossier.conflicts?.data.conflicts)),
    system: new Set([...ids(components), ...ids(classes), ...ids(figures)]),
  };
});

/** The file that holds all objects of a kind. */
const registers: Readonly<Record<string, string>> = {
  risk: "risks",
  assumption: "assumptions",
  conflict: "conflicts",
  system: "system",
};

/** Whether the object exists but its file does not fit its schema, which has been reported already. */
export function isBroken(dossier: Dossier, kind: string, id: string): boolean {
  const register = registers[kind];
  return dossier.broken.has(register ? `${register}/${register}` : `${kind}/${id}`);
}
