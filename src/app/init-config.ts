/** The `dossier.yaml` that a new dossier begins with. */
import { Document, isMap, isSeq, type YAMLMap } from "yaml";
import { schemaLine } from "../model/kinds.ts";
import type { BriefArea } from "./brief.ts";
import type { Demands } from "./brief-demands.ts";

export interface ConfigPlan extends Demands {
  readonly title: string;
  readonly deliverable: string;
  readonly language: string;
  readonly style: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly areas: readonly BriefArea[];
  /** Folder of the project's own templates, when it has some. */
  readonly templates?: string;
}

/** Rules about what is not finished yet: a warning in a draft, an error in the final report. */
const finalErrors = ["no-tbd", "question-answered", "claim-has-citation", "fact-has-pin"];

export function configText(plan: ConfigPlan): string {
  const { minimums, requires, title, deliverable, language, style, today, areas, templates } = plan;
  const thresholds = Object.fromEntries(
    minimums.flatMap(({ threshold, number }) => (threshold ? [[threshold, number]] : [])),
  );
  const document = new Document({
    schema: 1,
    title,
    deliverable,
    language,
    date: today,
    style,
    ...(templates ? { templates } : {}),
    areas: areas.map(({ id, title: name, questions }) => ({
      id,
      title: name,
      questions: questions.map(({ id: key, title: short, asks }) => ({ id: key, title: short, asks })),
    })),
    profile: "draft",
    standards: {
      draft: {},
      review: { extends: "draft", thresholds, ...(Object.keys(requires).length > 0 ? { requires } : {}) },
      final: {
        extends: "review",
        requires: { finding: ["reviewed-by"] },
        severities: Object.fromEntries(finalErrors.map((rule) => [rule, "error"])),
      },
    },
  });
  const comment = (path: string[], text: string) => {
    const map = document.getIn(path.slice(0, -1), true) as YAMLMap<{ commentBefore?: string; value: string }>;
    const key = map.items.find((pair) => pair.key.value === path.at(-1))?.key;
    if (key) key.commentBefore = text;
  };
  comment(["standards", "draft"], " A working state: nothing is demanded but that what is there is sound.");
  comment(
    ["standards", "review"],
    minimums.length > 0
      ? ` The minimums: ${minimums.map((one) => `${one.number} ${one.what}`).join("; ")}.`
      : " What a reviewer expects.",
  );
  comment(["standards", "final"], " What goes out: everything answered, cited, pinned, and read by a person.");
  const list = document.get("areas");
  if (isSeq(list))
    for (const area of list.items) {
      const questions = isMap(area) ? area.get("questions") : undefined;
      if (isSeq(questions)) for (const question of questions.items) if (isMap(question)) question.flow = true;
    }
  const required = document.getIn(["standards", "review", "requires", "recommendation"], true);
  if (isSeq(required)) required.flow = true;
  return `${schemaLine("dossier.yaml")}${document.toString({ lineWidth: 0, flowCollectionPadding: true })}`;
}
