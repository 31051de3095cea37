// #region check
/** Claims of an access token whose signature the library has verified already. */
export interface Claims {
  readonly iss: string;
  readonly aud: string | readonly string[];
  readonly sub: string;
  readonly scope: string;
  readonly iat: number;
  readonly exp: number;
  readonly tenant: string;
  /** Who acts for whom, nearest first (RFC 8693); absent when a person calls directly. */
  readonly act?: Actor;
  /** What a person approved earlier; the token service copies it from the job, since no user token lives that long. */
  readonly approval?: { readonly by: string; readonly digest: string; readonly until: number };
}
export interface Actor {
  readonly sub: string;
  readonly act?: Actor;
}

export interface Call {
  readonly tool: string;
  /** Tenant that owns the resource. */
  readonly owner: string;
  /** Of the arguments, so that an approval holds for one text and one destination. */
  readonly digest: string;
}

export interface ToolPolicy {
  readonly scope: string;
  /** A write needs a person in the chain, or one who approved exactly this write. */
  readonly changes: boolean;
}

export interface Server {
  /** Canonical URI of this server: the only audience it answers to. */
  readonly resource: string;
  readonly issuers: readonly string[];
  readonly longestLife: number;
  readonly tools: Readonly<Record<string, ToolPolicy>>;
}

export type Outcome =
  | { readonly ok: true; readonly chain: readonly string[] }
  | { readonly ok: false; readonly status: 401 | 403; readonly because: string };

const isPerson = (subject: string): boolean => subject.startsWith("user:");
const chainOf = (claims: Claims): readonly string[] => {
  const chain = [claims.sub];
  for (let actor = claims.act; actor !== undefined; actor = actor.act) chain.push(actor.sub);
  return chain;
};

/** Every call, on its own: no session, no trust in an earlier answer, and the owner of the resource decides last. */
export const authorise = (claims: Claims, server: Server, call: Call, now: number): Outcome => {
  const no = (status: 401 | 403, because: string): Outcome => ({ ok: false, status, because });
  const audiences = typeof claims.aud === "string" ? [claims.aud] : claims.aud;
  if (!server.issuers.includes(claims.iss)) return no(401, "unknown issuer");
  if (audiences.length !== 1 || audiences[0] !== server.resource)
    return no(401, "token was issued for another resource");
  if (now < claims.iat || now >= claims.exp) return no(401, "outside its lifetime");
  if (claims.exp - claims.iat > server.longestLife) return no(401, "lives too long");
  const policy = server.tools[call.tool];
  if (policy === undefined) return no(403, "tool is not registered");
  if (!claims.scope.split(" ").includes(policy.scope)) return no(403, `needs scope ${policy.scope}`);
  if (claims.tenant !== call.owner) return no(403, "resource belongs to another tenant");
  const chain = chainOf(claims);
  if (!policy.changes || chain.some(isPerson)) return { ok: true, chain };
  const { approval } = claims;
  if (approval === undefined || !isPerson(approval.by)) return no(403, "a change needs a person");
  if (approval.digest !== call.digest) return no(403, "another change was approved");
  if (now >= approval.until) return no(403, "the approval has ended");
  return { ok: true, chain: [approval.by, ...chain] };
};
// #endregion
