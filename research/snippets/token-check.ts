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
}
export interface Actor {
  readonly sub: string;
  readonly act?: Actor;
}

export interface ToolPolicy {
  readonly scope: string;
  /** A write needs a person somewhere in the chain. */
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

const chainOf = (claims: Claims): readonly string[] => {
  const chain = [claims.sub];
  for (let actor = claims.act; actor !== undefined; actor = actor.act) chain.push(actor.sub);
  return chain;
};

/** Every call, on its own: no session, no trust in an earlier answer, and the owner of the resource decides last. */
export const authorise = (claims: Claims, server: Server, tool: string, owner: string, now: number): Outcome => {
  const no = (status: 401 | 403, because: string): Outcome => ({ ok: false, status, because });
  const audiences = typeof claims.aud === "string" ? [claims.aud] : claims.aud;
  if (!server.issuers.includes(claims.iss)) return no(401, "unknown issuer");
  if (audiences.length !== 1 || audiences[0] !== server.resource)
    return no(401, "token was issued for another resource");
  if (now < claims.iat || now >= claims.exp) return no(401, "outside its lifetime");
  if (claims.exp - claims.iat > server.longestLife) return no(401, "lives too long");
  const policy = server.tools[tool];
  if (policy === undefined) return no(403, "tool is not registered");
  if (!claims.scope.split(" ").includes(policy.scope)) return no(403, `needs scope ${policy.scope}`);
  if (claims.tenant !== owner) return no(403, "resource belongs to another tenant");
  const chain = chainOf(claims);
  if (policy.changes && !chain.some((subject) => subject.startsWith("user:")))
    return no(403, "a change needs a person");
  return { ok: true, chain };
};
// #endregion
