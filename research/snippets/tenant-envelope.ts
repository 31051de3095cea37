import { createHmac, type KeyObject, sign, verify } from "node:crypto";

export const dataClasses = ["public", "internal", "confidential", "restricted"] as const;
export type DataClass = (typeof dataClasses)[number];
export type Strategy = "local" | "hosted" | "hybrid";

// #region envelope
/** What every call carries, in the same form, between our own components. It never leaves our zone. */
export interface Envelope {
  readonly tenant: string;
  /** Tenants that accept a common cache and share a provider credential. */
  readonly group: string;
  readonly dataClass: DataClass;
  readonly region: string;
  readonly strategies: readonly Strategy[];
  readonly trace: string;
  /** Digest of the tenant's request; tier one refuses the envelope once that job is done. */
  readonly job: string;
  /** Our components that may accept it. */
  readonly audience: readonly string[];
  readonly expires: number;
}

/** Only the edge holds the private key; who verifies an envelope cannot forge one. */
export function seal(envelope: Envelope, privateKey: KeyObject): string {
  const body = Buffer.from(JSON.stringify(envelope)).toString("base64url");
  return `${body}.${sign(null, Buffer.from(body), privateKey).toString("base64url")}`;
}

/** Throws on anything unsigned, altered, meant for another or late: there is no anonymous default tenant. */
export function open(token: string, publicKey: KeyObject, self: string, now = Date.now()): Envelope {
  const [body = "", tag = ""] = token.split(".");
  if (!verify(null, Buffer.from(body), publicKey, Buffer.from(tag, "base64url")))
    throw new Error("envelope: bad signature");
  const envelope = JSON.parse(Buffer.from(body, "base64url").toString()) as Envelope;
  if (!envelope.audience.includes(self)) throw new Error(`envelope: not for ${self}`);
  if (envelope.expires <= now) throw new Error("envelope: expired");
  return envelope;
}

/** A queued job is an envelope for the edge alone that lives until the job is due; a call gets a fresh, short one. */
export function renew(
  job: string,
  edge: Record<"publicKey" | "privateKey", KeyObject>,
  audience: readonly string[],
  now = Date.now(),
): string {
  const stored = open(job, edge.publicKey, "edge", now);
  return seal({ ...stored, audience, expires: Math.min(stored.expires, now + 5 * 60_000) }, edge.privateKey);
}

/**
 * The stricter the class, the smaller the circle that shares a prefix. Answers never leave their tenant;
 * restricted ones are kept nowhere. Only the gateway holds the secret, so no other verifier can derive a scope.
 */
export function cacheScopes(envelope: Envelope, secret: Buffer): { prefixSalt: string; answers: string | undefined } {
  const { dataClass, group, region, tenant } = envelope;
  const circle = dataClass === "public" ? "all" : dataClass === "internal" ? `group/${group}` : `tenant/${tenant}`;
  const scope = (...parts: string[]) =>
    createHmac("sha256", secret)
      .update(JSON.stringify([region, ...parts]))
      .digest("hex")
      .slice(0, 32);
  return {
    prefixSalt: scope("prefix", circle),
    answers: dataClass === "restricted" ? undefined : scope("answers", dataClass, tenant),
  };
}
// #endregion
