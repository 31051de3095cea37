import { createHash, type KeyObject, sign, verify } from "node:crypto";

// #region mark
/** The signed statement that travels with a generated text; it says what made it, never what was asked. */
export interface Mark {
  readonly generated: true;
  readonly tenant: string;
  readonly model: string;
  readonly strategy: "local" | "hosted" | "hybrid";
  readonly at: string;
  readonly fingerprint: string;
  /** A person who holds editorial responsibility, once somebody reviewed the text. */
  readonly editor?: string;
}
export interface MarkedText {
  readonly text: string;
  readonly mark: Mark;
  readonly signature: string;
}
export type Detection = "marked" | "altered" | "forged";

/** Line ends, spacing and letter case change on the way through a publishing system; words do not. */
export const fingerprintOf = (text: string): string => {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return createHash("sha256").update(words.join(" ")).digest("hex");
};

const bytes = (mark: Mark): Buffer =>
  Buffer.from(JSON.stringify(Object.entries(mark).sort(([a], [b]) => (a < b ? -1 : 1))));

export const markText = (text: string, about: Omit<Mark, "generated" | "fingerprint">, key: KeyObject): MarkedText => {
  const mark: Mark = { ...about, generated: true, fingerprint: fingerprintOf(text) };
  return { text, mark, signature: sign(null, bytes(mark), key).toString("base64") };
};

/** Detection is half of the duty: anybody with the public key can ask. */
export const detect = ({ text, mark, signature }: MarkedText, publicKey: KeyObject): Detection => {
  if (!verify(null, bytes(mark), publicKey, Buffer.from(signature, "base64"))) return "forged";
  return mark.fingerprint === fingerprintOf(text) ? "marked" : "altered";
};

/** A text that lost its mark is found again by its fingerprint. */
export class MarkStore {
  readonly #byFingerprint = new Map<string, MarkedText>();

  keep(marked: MarkedText): void {
    this.#byFingerprint.set(marked.mark.fingerprint, marked);
  }

  find(text: string): MarkedText | undefined {
    return this.#byFingerprint.get(fingerprintOf(text));
  }
}

/** Text on matters of public interest carries a visible label unless an editor answers for it. */
export const needsLabel = (mark: Mark, publicInterest: boolean): boolean => publicInterest && mark.editor === undefined;
// #endregion
