/** No input of a model without the fact that it says it comes from. */
import { attempt } from "../../calc/attempt.ts";
import { print } from "../../calc/print.ts";
import { parseUnit } from "../../calc/unit.ts";
import type { Calculation } from "../../model/calculation.ts";
import { citesBroken } from "../citations.ts";
import { changed } from "../example.ts";
import { factsOf, supports } from "../figures.ts";
import { isQuotient, statementsOf } from "../inputs.ts";
import type { EntryRule } from "../rule.ts";

export const inputHasOrigin: EntryRule = {
  id: "input-has-origin",
  family: "numbers",
  severity: "error",
  summary: "Every input of a model with an `origin` cites a fact whose figures hold its value and its unit.",
  why:
    "A formula is as true as what goes into it: an input that drifts from its source moves every figure that is computed " +
    "from it, and no sentence shows it.",
  limits:
    "A value may stand in another unit of its kind (0.5 year for six months), as a percentage or a factor, or be exactly " +
    "the quotient of two figures of one cited fact (a price over another price; which two is not asked). Left alone are `low` and `high`, which " +
    "are the author's, and inputs with `from` or `assumption`: figures of our own system stand in system.yaml, whether " +
    "measured or assumed, and never in an `origin`. An origin with TBD is reported by no-tbd.",
  good: { files: {} },
  bad: { files: changed("models/commute.yaml", "value: 4", "value: ⟦5⟧") },
  kinds: ["model"],
  checkEntry(entry, ground, report) {
    let examined = 0;
    for (const [name, input] of Object.entries((entry.data as Calculation).inputs)) {
      const { value, origin, unit: text = "", format } = input;
      // A unit that no model knows is reported by the model.
      const unit = attempt(
        () => {},
        [],
        () => parseUnit(text),
      );
      if (value === undefined || !unit || origin === undefined || /\bTBD\b/.test(origin)) continue;
      examined++;
      const cited = entry.field("inputs", name, "origin")?.reading.citations.flatMap(({ items }) => items) ?? [];
      if (cited.length === 0) {
        report(entry.at("inputs", name, "origin"), "Unexpected origin without a citation, expected one of a fact", {
          hint: 'Write origin: "[@key#fact]"; a figure of our own stands in system.yaml (from: system.<figure>) or is an assumption.',
        });
        continue;
      }
      if (citesBroken(ground, cited)) continue;
      if (statementsOf(value, unit).some((figure) => supports(ground.sources, figure, cited))) continue;
      const facts = cited.flatMap((item) => factsOf(ground.sources, item));
      if (unit.parts.length === 0 && facts.some((fact) => isQuotient(value, fact))) continue;
      const has = facts.flatMap(({ figures = [] }) => figures).slice(0, 8);
      const said = print(value, { unit, percent: format === "percent", declared: true });
      report(entry.at("inputs", name, "value"), `Unexpected value ${said}, which no fact of its origin has`, {
        hint: `${has.length > 0 ? `They have ${has.join(", ")}. ` : ""}Correct the value, cite the fact that has it, or make the input an assumption.`,
      });
    }
    return examined;
  },
};
