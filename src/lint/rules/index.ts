/** Every rule, one line each; a test compares this list with the folder. */
import type { Rule } from "../rule.ts";
import { acronymDefined } from "./acronym-defined.ts";
import { addressWithoutTracking } from "./address-without-tracking.ts";
import { answerLength } from "./answer-length.ts";
import { areaFileMatchesConfig } from "./area-file-matches-config.ts";
import { asOfDate } from "./as-of-date.ts";
import { assumptionIsLinked } from "./assumption-is-linked.ts";
import { assumptionsCount } from "./assumptions-count.ts";
import { bareHedgeInDecision } from "./bare-hedge-in-decision.ts";
import { bodyLength } from "./body-length.ts";
import { canonicalHost } from "./canonical-host.ts";
import { casesPerArea } from "./cases-per-area.ts";
import { citationKeyExists } from "./citation-key-exists.ts";
import { citedFactExists } from "./cited-fact-exists.ts";
import { claimHasCitation } from "./claim-has-citation.ts";
import { conflictsCount } from "./conflicts-count.ts";
import { controlsCount } from "./controls-count.ts";
import { dependencyAcyclic } from "./dependency-acyclic.ts";
import { dependencyBeforeDependent } from "./dependency-before-dependent.ts";
import { diagramHasCaption } from "./diagram-has-caption.ts";
import { diagramHasTitleAndDescription } from "./diagram-has-title-and-description.ts";
import { diagramIsUsed } from "./diagram-is-used.ts";
import { diagramsPerArea } from "./diagrams-per-area.ts";
import { directiveIsKnown } from "./directive-is-known.ts";
import { directiveTargetExists } from "./directive-target-exists.ts";
import { downgradesMatchCertainty } from "./downgrades-match-certainty.ts";
import { effortRange } from "./effort-range.ts";
import { factCitationsCount } from "./fact-citations-count.ts";
import { factHasPin } from "./fact-has-pin.ts";
import { factIdUnique } from "./fact-id-unique.ts";
import { factIsUsed } from "./fact-is-used.ts";
import { factStillStands } from "./fact-still-stands.ts";
import { failuresPerArea } from "./failures-per-area.ts";
import { fillerWords } from "./filler-words.ts";
import { findingCitesSource } from "./finding-cites-source.ts";
import { findingLeadsSomewhere } from "./finding-leads-somewhere.ts";
import { firstPartyCasesShare } from "./first-party-cases-share.ts";
import { headingDepth } from "./heading-depth.ts";
import { idIsSlug } from "./id-is-slug.ts";
import { inputHasOrigin } from "./input-has-origin.ts";
import { linkIsSafe } from "./link-is-safe.ts";
import { loadBearingClaimTriangulated } from "./load-bearing-claim-triangulated.ts";
import { longSentenceShare } from "./long-sentence-share.ts";
import { matrixWeightsSum } from "./matrix-weights-sum.ts";
import { meanSentenceLength } from "./mean-sentence-length.ts";
import { modelsCount } from "./models-count.ts";
import { noTbd } from "./no-tbd.ts";
import { numberHasOrigin } from "./number-has-origin.ts";
import { optionsCompared } from "./options-compared.ts";
import { optionsComplete } from "./options-complete.ts";
import { organisationShare } from "./organisation-share.ts";
import { organisationsCited } from "./organisations-cited.ts";
import { phaseWithinCapacity } from "./phase-within-capacity.ts";
import { phasesContiguous } from "./phases-contiguous.ts";
import { questionAnswered } from "./question-answered.ts";
import { rawHtml } from "./raw-html.ts";
import { recentSourcesShare } from "./recent-sources-share.ts";
import { recommendationHasComplexityAndTimeline } from "./recommendation-has-complexity-and-timeline.ts";
import { recommendationIsScheduled } from "./recommendation-is-scheduled.ts";
import { recommendationRestsOnFindings } from "./recommendation-rests-on-findings.ts";
import { recommendationsCount } from "./recommendations-count.ts";
import { referenceResolves } from "./reference-resolves.ts";
import { requiredFieldPresent } from "./required-field-present.ts";
import { restsOnStandingFacts } from "./rests-on-standing-facts.ts";
import { reviewByInFuture } from "./review-by-in-future.ts";
import { risksCount } from "./risks-count.ts";
import { schemaLinePresent } from "./schema-line-present.ts";
import { scoresComplete } from "./scores-complete.ts";
import { secondaryCopyIsSaid } from "./secondary-copy-is-said.ts";
import { sentenceLength } from "./sentence-length.ts";
import { severityNamesRule } from "./severity-names-rule.ts";
import { snippetFileExists } from "./snippet-file-exists.ts";
import { snippetIsUsed } from "./snippet-is-used.ts";
import { snippetRegionExists } from "./snippet-region-exists.ts";
import { snippetsExecutedShare } from "./snippets-executed-share.ts";
import { snippetsPerQuestion } from "./snippets-per-question.ts";
import { sourceAccessed } from "./source-accessed.ts";
import { sourceFieldsOrdered } from "./source-fields-ordered.ts";
import { sourceHasTier } from "./source-has-tier.ts";
import { sourceIsUnique } from "./source-is-unique.ts";
import { sourceIsUsed } from "./source-is-used.ts";
import { sourcesCited } from "./sources-cited.ts";
import { staleClaim } from "./stale-claim.ts";
import { summaryLength } from "./summary-length.ts";
import { thresholdIsKnown } from "./threshold-is-known.ts";
import { tierMix } from "./tier-mix.ts";
import { vendorFigureIsFlagged } from "./vendor-figure-is-flagged.ts";

export const rules: readonly Rule[] = [
  acronymDefined,
  addressWithoutTracking,
  answerLength,
  areaFileMatchesConfig,
  asOfDate,
  assumptionIsLinked,
  assumptionsCount,
  bareHedgeInDecision,
  bodyLength,
  canonicalHost,
  casesPerArea,
  citationKeyExists,
  citedFactExists,
  claimHasCitation,
  conflictsCount,
  controlsCount,
  dependencyAcyclic,
  dependencyBeforeDependent,
  diagramHasCaption,
  diagramHasTitleAndDescription,
  diagramIsUsed,
  diagramsPerArea,
  directiveIsKnown,
  directiveTargetExists,
  downgradesMatchCertainty,
  effortRange,
  factCitationsCount,
  factHasPin,
  factIdUnique,
  factIsUsed,
  factStillStands,
  failuresPerArea,
  fillerWords,
  findingCitesSource,
  findingLeadsSomewhere,
  firstPartyCasesShare,
  headingDepth,
  idIsSlug,
  inputHasOrigin,
  linkIsSafe,
  loadBearingClaimTriangulated,
  longSentenceShare,
  matrixWeightsSum,
  meanSentenceLength,
  modelsCount,
  noTbd,
  numberHasOrigin,
  optionsCompared,
  optionsComplete,
  organisationShare,
  organisationsCited,
  phaseWithinCapacity,
  phasesContiguous,
  questionAnswered,
  rawHtml,
  recentSourcesShare,
  recommendationHasComplexityAndTimeline,
  recommendationIsScheduled,
  recommendationRestsOnFindings,
  recommendationsCount,
  referenceResolves,
  requiredFieldPresent,
  restsOnStandingFacts,
  reviewByInFuture,
  risksCount,
  schemaLinePresent,
  scoresComplete,
  secondaryCopyIsSaid,
  sentenceLength,
  severityNamesRule,
  snippetFileExists,
  snippetIsUsed,
  snippetRegionExists,
  snippetsExecutedShare,
  snippetsPerQuestion,
  sourceAccessed,
  sourceFieldsOrdered,
  sourceHasTier,
  sourceIsUnique,
  sourceIsUsed,
  sourcesCited,
  staleClaim,
  summaryLength,
  thresholdIsKnown,
  tierMix,
  vendorFigureIsFlagged,
];
