/** The run can't proceed and the user can mend it: said in a sentence, without a stack trace. */

/** 2: wrong usage or configuration; 3: the run itself failed (network, browser, disk). */
export type FailureCode = 2 | 3;

export class UserError extends Error {
  override readonly name = "UserError";

  constructor(
    message: string,
    /** What to do next. */
    readonly hint?: string,
    readonly code: FailureCode = 2,
  ) {
    super(message);
  }
}
