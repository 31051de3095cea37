import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

// #region chain
/** What everybody may keep: no prompt, no answer, no credential. */
export interface AuditEvent {
  readonly at: string;
  readonly tenant: string;
  readonly actors: readonly string[];
  readonly action: string;
  readonly decision: "allow" | "deny";
  readonly dataClass: "public" | "internal" | "confidential" | "restricted";
}

export interface AuditRecord extends AuditEvent {
  readonly sealed: string;
  readonly previous: string;
  readonly hash: string;
}

const genesis = "0".repeat(64);
const digest = (record: Omit<AuditRecord, "hash">): string => {
  const { at, tenant, actors, action, decision, dataClass, sealed, previous } = record;
  const canonical = JSON.stringify([at, tenant, actors, action, decision, dataClass, sealed, previous]);
  return createHash("sha256").update(canonical).digest("hex");
};

/** One key a tenant; to erase a tenant's content is to destroy its key. The chain hashes the sealed form, so it survives. */
export class TenantKeys {
  readonly #keys = new Map<string, Buffer>();
  readonly #erased = new Set<string>();

  of(tenant: string): Buffer {
    if (this.#erased.has(tenant)) throw new Error(`the key of ${tenant} is destroyed`);
    const key = this.#keys.get(tenant) ?? randomBytes(32);
    this.#keys.set(tenant, key);
    return key;
  }

  destroy(tenant: string): void {
    this.#keys.get(tenant)?.fill(0);
    this.#keys.delete(tenant);
    this.#erased.add(tenant);
  }
}

export class AuditChain {
  readonly records: AuditRecord[] = [];
  readonly #keys: TenantKeys;

  constructor(keys: TenantKeys) {
    this.#keys = keys;
  }

  append(event: AuditEvent, content: string): AuditRecord {
    const iv = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", this.#keys.of(event.tenant), iv);
    cipher.setAAD(Buffer.from(event.tenant));
    const body = Buffer.concat([cipher.update(content, "utf8"), cipher.final()]);
    const sealed = Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
    const link = { ...event, sealed, previous: this.records.at(-1)?.hash ?? genesis };
    const record = { ...link, hash: digest(link) };
    this.records.push(record);
    return record;
  }

  open({ tenant, sealed }: AuditRecord): string {
    const raw = Buffer.from(sealed, "base64");
    const decipher = createDecipheriv("aes-256-gcm", this.#keys.of(tenant), raw.subarray(0, 12));
    decipher.setAAD(Buffer.from(tenant)).setAuthTag(raw.subarray(12, 28));
    return Buffer.concat([decipher.update(raw.subarray(28)), decipher.final()]).toString("utf8");
  }
}

/** Index of the first broken link, or -1. The anchor is the last hash kept elsewhere; without it a cut tail goes unseen. */
export const firstBreak = (records: readonly AuditRecord[], anchor: string): number => {
  let previous = genesis;
  for (const [index, record] of records.entries()) {
    if (record.previous !== previous || digest(record) !== record.hash) return index;
    previous = record.hash;
  }
  return previous === anchor ? -1 : records.length;
};
// #endregion
