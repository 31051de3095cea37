/** The fields that a profile requires are there. */
import { entriesOf } from "../../model/dossier.ts";
import { changed } from "../example.ts";
import type { Rule } from "../rule.ts";
import { top } from "../top.ts";

const valueAt = (data: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (inner, name) =>
        inner !== null && typeof inner === "object" && Object.hasOwn(inner, name)
          ? (inner as Record<string, unknown>)[name]
          : undefined,
      data,
    );

const isEmpty = (value: unknown) => value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

export const requiredFieldPresent: Rule = {
  id: "required-field-present",
  family: "structure",
  severity: "error",
  summary: "Every object has the fields that the profile requires of its kind.",
  why: "Fields that are optional in a draft, such as counter-evidence or the way back, are what makes the final report decidable.",
  good: { files: {}, requires: { finding: ["review-by"], recommendation: ["effort.p90"] } },
  bad: {
    files: changed("areas/transport/bicycles.md", "---", "⟦---⟧"),
    requires: { finding: ["against"] },
  },
  check({ dossier, standards }, report) {
    let examined = 0;
    for (const entry of entriesOf(dossier))
      for (const field of Object.hasOwn(standards.requires, entry.kind) ? (standards.requires[entry.kind] ?? []) : []) {
        examined++;
        if (isEmpty(valueAt(entry.data, field)))
          report(
            top(entry),
            `Missing field “${field}”, which profile “${standards.profile}” requires of a ${entry.kind}`,
            { hint: `Add “${field.split(".")[0]}:”; docs/format.md says what it holds.` },
          );
      }
    return examined;
  },
};
