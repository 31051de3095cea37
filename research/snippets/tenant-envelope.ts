import { createHmac, timingSafeEqual } from "node:crypto";

export const dataClasses = ["public", "internal", "confidential", "restricted"] as const;
export type DataClass = (typeof dataClasses)[number];
export type Strategy = "local" | "hosted" | "hybrid";

// #region envelope
/** What every call carries, in the same form, to models, caches, the ledger and MCP servers. */
export interface Envelope {
  readonly tenant: string;
  /** Tenants that accept a common cache and share a provider credential. */
  readonly group: string;
  readonly dataClass: DataClass;
  readonly region: string;
  readonly strategies: readonly Strategy[];
  readonly trace: string;
  readonly expires: number;
}

const mac = (body: string, key: Buffer): Buffer => createHmac("sha256", key).update(body).digest();

export function seal(envelope: Envelope, key: Buffer): string {
  const body = Buffer.from(JSON.stringify(envelope)).toString("base64url");
  return `${body}.${mac(body, key).toString("base64url")}`;
}

/** Throws on anything unsigned, altered or late: there is no anonymous default tenant. */
export function open(token: string, key: Buffer, now = Date.now()): Envelope {
  const [body = "", tag = ""] = token.split(".");
  const given = Buffer.from(tag, "base64url");
  const expected = mac(body, key);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Error("envelope: bad signature");
  const envelope = JSON.parse(Buffer.from(body, "base64url").toString()) as Envelope;
  if (envelope.expires <= now) throw new Error("envelope: expired");
  return envelope;
}

/** The stricter the class, the smaller the circle that shares a prefix; restricted answers are kept nowhere. */
export function cacheScopes(envelope: Envelope, key: Buffer): { prefixSalt: string; answers: string | undefined } {
  const { dataClass, group, region, tenant } = envelope;
  const circle = dataClass === "public" ? "all" : dataClass === "internal" ? `group/${group}` : `tenant/${tenant}`;
  const scope = (use: string) => mac(`${use}/${region}/${circle}`, key).toString("hex").slice(0, 32);
  return { prefixSalt: scope("prefix"), answers: dataClass === "restricted" ? undefined : scope("answers") };
}
// #endregion
