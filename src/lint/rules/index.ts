/** Every rule, one line each; a test compares this list with the folder. */
import type { Rule } from "../rule.ts";
import { findingCitesSource } from "./finding-cites-source.ts";
import { numberHasOrigin } from "./number-has-origin.ts";

export const rules: readonly Rule[] = [findingCitesSource, numberHasOrigin];
