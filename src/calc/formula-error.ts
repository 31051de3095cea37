/** Why a unit or a formula is wrong; thrown inside the room only, and reported at the place of the formula. */
export class FormulaError extends Error {
  override readonly name = "FormulaError";

  constructor(
    message: string,
    /** What to do next. */
    readonly hint?: string,
  ) {
    super(message);
  }
}
