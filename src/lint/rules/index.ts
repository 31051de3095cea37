/** Every rule, one line each; a test compares this list with the folder. */
import type { Rule } from "../rule.ts";
import { areaFileMatchesConfig } from "./area-file-matches-config.ts";
import { assumptionsCount } from "./assumptions-count.ts";
import { casesPerArea } from "./cases-per-area.ts";
import { citationKeyExists } from "./citation-key-exists.ts";
import { citedFactExists } from "./cited-fact-exists.ts";
import { conflictsCount } from "./conflicts-count.ts";
import { controlsCount } from "./controls-count.ts";
import { dependencyAcyclic } from "./dependency-acyclic.ts";
import { diagramsPerArea } from "./diagrams-per-area.ts";
import { directiveIsKnown } from "./directive-is-known.ts";
import { directiveTargetExists } from "./directive-target-exists.ts";
import { factCitationsCount } from "./fact-citations-count.ts";
import { factIdUnique } from "./fact-id-unique.ts";
import { factIsUsed } from "./fact-is-used.ts";
import { failuresPerArea } from "./failures-per-area.ts";
import { findingCitesSource } from "./finding-cites-source.ts";
import { firstPartyCasesShare } from "./first-party-cases-share.ts";
import { idIsSlug } from "./id-is-slug.ts";
import { modelsCount } from "./models-count.ts";
import { numberHasOrigin } from "./number-has-origin.ts";
import { organisationShare } from "./organisation-share.ts";
import { organisationsCited } from "./organisations-cited.ts";
import { questionAnswered } from "./question-answered.ts";
import { recommendationHasComplexityAndTimeline } from "./recommendation-has-complexity-and-timeline.ts";
import { recommendationsCount } from "./recommendations-count.ts";
import { referenceResolves } from "./reference-resolves.ts";
import { requiredFieldPresent } from "./required-field-present.ts";
import { risksCount } from "./risks-count.ts";
import { severityNamesRule } from "./severity-names-rule.ts";
import { snippetsExecutedShare } from "./snippets-executed-share.ts";
import { snippetsPerQuestion } from "./snippets-per-question.ts";
import { sourceIsUnique } from "./source-is-unique.ts";
import { sourceIsUsed } from "./source-is-used.ts";
import { sourcesCited } from "./sources-cited.ts";
import { thresholdIsKnown } from "./threshold-is-known.ts";
import { tierMix } from "./tier-mix.ts";

export const rules: readonly Rule[] = [
  areaFileMatchesConfig,
  assumptionsCount,
  casesPerArea,
  citationKeyExists,
  citedFactExists,
  conflictsCount,
  controlsCount,
  dependencyAcyclic,
  diagramsPerArea,
  directiveIsKnown,
  directiveTargetExists,
  factCitationsCount,
  factIdUnique,
  factIsUsed,
  failuresPerArea,
  findingCitesSource,
  firstPartyCasesShare,
  idIsSlug,
  modelsCount,
  numberHasOrigin,
  organisationShare,
  organisationsCited,
  questionAnswered,
  recommendationHasComplexityAndTimeline,
  recommendationsCount,
  referenceResolves,
  requiredFieldPresent,
  risksCount,
  severityNamesRule,
  snippetsExecutedShare,
  snippetsPerQuestion,
  sourceIsUnique,
  sourceIsUsed,
  sourcesCited,
  thresholdIsKnown,
  tierMix,
];
