/** A change of severity names a rule. */
import { didYouMean } from "../../core/suggest.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { rules } from "./index.ts";

export const severityNamesRule: Rule = {
  id: "severity-names-rule",
  family: "structure",
  severity: "error",
  summary: "Every change of severity in dossier.yaml names a rule that exists.",
  why: "A change for a mistyped rule has no effect, and nobody would notice.",
  good: {
    files: changed(
      "dossier.yaml",
      "profile: example",
      "severities: [{ rule: fact-is-used, severity: warning, reason: we prune }]\nprofile: example",
    ),
  },
  bad: {
    files: changed(
      "dossier.yaml",
      "profile: example",
      "severities: [{ rule: ⟦fact-is-usd⟧, severity: warning, reason: we prune }]\nprofile: example",
    ),
  },
  check({ dossier: { config } }, report) {
    const known = rules.map(({ id }) => id);
    const changes = (config.data.severities ?? []).map(({ rule }, index) => ({
      rule,
      place: config.at("severities", index, "rule"),
    }));
    const profiles = Object.entries(config.data.standards ?? {}).flatMap(([profile, { severities = {} }]) =>
      Object.keys(severities).map((rule) => ({ rule, place: config.atKey(rule, "standards", profile, "severities") })),
    );
    const all = [...changes, ...profiles];
    for (const { rule, place } of all)
      if (!known.includes(rule))
        report(place, `Unexpected rule “${rule}”`, {
          hint: didYouMean(rule, known) ?? "`dossier explain` lists the rules.",
        });
    return all.length;
  },
};
