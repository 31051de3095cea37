/** How sure the evidence is, by GRADE, from the surest. */
export const certainties = ["high", "moderate", "low", "very-low"] as const;
