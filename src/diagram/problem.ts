/** What one asks of this room, and what it finds wrong with a diagram. */

export interface DiagramRequest {
  readonly id: string;
  /** The text of the `.mmd` file. */
  readonly code: string;
}

/** Content that is wrong: reported, never thrown. */
export interface DiagramProblem {
  readonly id: string;
  /** One-based, within the diagram's text; missing where the whole diagram is meant. */
  readonly line?: number;
  readonly message: string;
  readonly hint: string;
}

/** A problem before it is known whose it is. */
export type Complaint = Omit<DiagramProblem, "id">;
