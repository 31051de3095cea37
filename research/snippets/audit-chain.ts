import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

// #region chain
/** What everybody may keep: no prompt, no answer, no credential. The fields are the columns of audit_event. */
export interface AuditEvent {
  readonly at: string;
  readonly tenant: string;
  readonly trace_id: string;
  readonly actors: readonly string[];
  readonly action: string;
  readonly decision: "allow" | "deny";
  readonly because: string;
  readonly data_class: "public" | "internal" | "confidential" | "restricted";
  readonly strategy: "local" | "hosted" | "hybrid" | null;
  readonly processor: string | null;
  readonly tool_pin: string | null;
}
export interface AuditRecord extends AuditEvent {
  readonly content_digest: string | null;
  readonly previous: string;
  readonly hash: string;
}

export const genesis = "0".repeat(64);
const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");

/** Every field but the hash itself, so that a new column cannot be left out. */
const hashOf = ({ hash: _, ...link }: Omit<AuditRecord, "hash"> & { readonly hash?: string }): string =>
  sha256(JSON.stringify(Object.entries(link).sort(([a], [b]) => (a < b ? -1 : 1))));

/** One key per tenant and month. After an erasure the month goes on under its next key. */
export class ContentKeys {
  readonly #keys = new Map<string, { readonly tenant: string; secret?: Buffer }>();

  current(tenant: string, month: string, turn = 1): string {
    const id = `${tenant}/${month}/${turn}`;
    if (!this.#keys.has(id)) this.#keys.set(id, { tenant, secret: randomBytes(32) });
    return this.#keys.get(id)?.secret ? id : this.current(tenant, month, turn + 1);
  }

  secret(id: string): Buffer {
    const secret = this.#keys.get(id)?.secret;
    if (secret === undefined) throw new Error(`the key ${id} is destroyed`);
    return secret;
  }

  destroy(tenant: string): void {
    for (const key of this.#keys.values()) if (key.tenant === tenant) delete key.secret;
  }
}

export class AuditChain {
  readonly records: AuditRecord[] = [];
  /** By hash of the record. An entry may go: the chain holds the digest of the sealed bytes and not the bytes. */
  readonly contents = new Map<string, { readonly keyId: string; readonly sealed: Buffer }>();

  readonly #keys: ContentKeys;

  constructor(keys: ContentKeys) {
    this.#keys = keys;
  }

  append(event: AuditEvent, text?: string): AuditRecord {
    const content = text === undefined ? undefined : this.#seal(event, text);
    const link = {
      ...event,
      content_digest: content ? sha256(content.sealed) : null,
      previous: this.records.at(-1)?.hash ?? genesis,
    };
    const record = { ...link, hash: hashOf(link) };
    this.records.push(record);
    if (content) this.contents.set(record.hash, content);
    return record;
  }

  /** The event is the system's own and has no content, so it needs none of the keys that it destroys. */
  erase(tenant: string, event: Omit<AuditEvent, "tenant" | "action">): AuditRecord {
    const record = this.append({ ...event, tenant: "system", action: "erase", because: `${tenant}: ${event.because}` });
    this.#keys.destroy(tenant);
    return record;
  }

  open({ hash, content_digest }: AuditRecord): string {
    const { keyId = "", sealed = Buffer.alloc(0) } = this.contents.get(hash) ?? {};
    if (sha256(sealed) !== content_digest) throw new Error("the content has expired or was exchanged");
    const decipher = createDecipheriv("aes-256-gcm", this.#keys.secret(keyId), sealed.subarray(0, 12));
    decipher.setAAD(Buffer.from(keyId)).setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
  }

  #seal({ tenant, at }: AuditEvent, text: string) {
    const keyId = this.#keys.current(tenant, at.slice(0, 7));
    const iv = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", this.#keys.secret(keyId), iv).setAAD(Buffer.from(keyId));
    const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return { keyId, sealed: Buffer.concat([iv, cipher.getAuthTag(), body]) };
  }
}

/** Index of the first broken link, or -1. The anchor is the last hash kept elsewhere; without it a cut tail goes unseen. */
export const firstBreak = (records: readonly AuditRecord[], anchor: string): number => {
  let previous = genesis;
  for (const [index, record] of records.entries()) {
    if (record.previous !== previous || hashOf(record) !== record.hash) return index;
    previous = record.hash;
  }
  return previous === anchor ? -1 : records.length;
};
// #endregion
