// #region gate
export type DataClass = "public" | "internal" | "confidential" | "restricted";

export interface Destination {
  readonly name: string;
  readonly zone: "local" | "hosted";
  /** Where prompts are processed; a global deployment has no single region. */
  readonly processing: string | "global";
  readonly contracted: boolean;
  /** The provider's own retention setting, read from its interface and not from a contract file. */
  readonly retention: "none" | "default";
  readonly sharedCache: boolean;
}

export interface EgressRequest {
  readonly dataClass: DataClass | undefined;
  readonly tenantRegion: string;
  /** Detectors ran and masked something. It is recorded, and it never lowers the class. */
  readonly redacted: boolean;
}

export type Verdict = { readonly allow: true } | { readonly allow: false; readonly because: string };

const deny = (because: string): Verdict => ({ allow: false, because });
type Rule = (request: EgressRequest, to: Destination) => string | undefined;

const inRegion: Rule = ({ tenantRegion }, to) =>
  to.processing === tenantRegion ? undefined : `${to.name} processes in ${to.processing}, not in ${tenantRegion}`;
const underContract: Rule = (_, to) => (to.contracted ? undefined : `${to.name} has no processor contract`);
const noRetention: Rule = (_, to) =>
  to.zone === "local" || to.retention === "none" ? undefined : `${to.name} retains prompts`;
const localOnly: Rule = (_, to) => (to.zone === "local" ? undefined : `${to.name} is hosted`);
const noSharedCache: Rule = (_, to) => (to.sharedCache ? `${to.name} fills a shared cache` : undefined);

/** The rules of the data classes, in one place; each class has at least the rules of the one above it. */
const rules: Readonly<Record<DataClass, readonly Rule[]>> = {
  public: [],
  internal: [underContract, inRegion],
  confidential: [underContract, inRegion, noRetention],
  restricted: [underContract, inRegion, noRetention, localOnly, noSharedCache],
};

/** Fails closed: what carries no class is treated as restricted. */
export const decide = (request: EgressRequest, to: Destination): Verdict => {
  for (const rule of rules[request.dataClass ?? "restricted"]) {
    const because = rule(request, to);
    if (because !== undefined) return deny(because);
  }
  return { allow: true };
};

/** Where a request may go at all. A fallback picks from this list, so an outage cannot widen it. */
export const allowed = (request: EgressRequest, all: readonly Destination[]): readonly Destination[] =>
  all.filter((to) => decide(request, to).allow);
// #endregion
