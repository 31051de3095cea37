/** Every rule, one line each; a test compares this list with the folder. */
import type { Rule } from "../rule.ts";
import { areaFileMatchesConfig } from "./area-file-matches-config.ts";
import { citationKeyExists } from "./citation-key-exists.ts";
import { citedFactExists } from "./cited-fact-exists.ts";
import { dependencyAcyclic } from "./dependency-acyclic.ts";
import { directiveIsKnown } from "./directive-is-known.ts";
import { directiveTargetExists } from "./directive-target-exists.ts";
import { factIdUnique } from "./fact-id-unique.ts";
import { factIsUsed } from "./fact-is-used.ts";
import { findingCitesSource } from "./finding-cites-source.ts";
import { idIsSlug } from "./id-is-slug.ts";
import { numberHasOrigin } from "./number-has-origin.ts";
import { referenceResolves } from "./reference-resolves.ts";
import { requiredFieldPresent } from "./required-field-present.ts";
import { severityNamesRule } from "./severity-names-rule.ts";
import { sourceIsUnique } from "./source-is-unique.ts";
import { sourceIsUsed } from "./source-is-used.ts";
import { thresholdIsKnown } from "./threshold-is-known.ts";

export const rules: readonly Rule[] = [
  areaFileMatchesConfig,
  citationKeyExists,
  citedFactExists,
  dependencyAcyclic,
  directiveIsKnown,
  directiveTargetExists,
  factIdUnique,
  factIsUsed,
  findingCitesSource,
  idIsSlug,
  numberHasOrigin,
  referenceResolves,
  requiredFieldPresent,
  severityNamesRule,
  sourceIsUnique,
  sourceIsUsed,
  thresholdIsKnown,
];
