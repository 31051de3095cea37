// #region gate
export type DataClass = "public" | "internal" | "confidential" | "restricted";

/** What the route table knows of a destination, read from the provider's own interface and not from a contract file. */
export interface Destination {
  readonly name: string;
  readonly zone: "local" | "hosted";
  /** Where the model runs; undefined when the provider may choose or nobody recorded it. */
  readonly runsIn?: string;
  /** Where retained content rests; "nowhere" under no retention; undefined when nobody recorded it. */
  readonly restsIn?: string;
  /** When the last probe read these settings, in epoch milliseconds; undefined after a failed one. */
  readonly probed?: number;
  readonly contracted: boolean;
  readonly sharedCache: boolean;
}

export interface EgressRequest {
  readonly dataClass: DataClass | undefined;
  readonly tenantRegion: string;
  /** Detectors ran and masked something. It is recorded, and it never lowers the class. */
  readonly redacted: boolean;
}

export type Verdict = { readonly allow: true } | { readonly allow: false; readonly because: string };

type Rule = (to: Destination, region: string, now: number) => string | undefined;
const DAY = 24 * 3_600_000;

const freshProbe: Rule = (to, _, now) =>
  to.zone === "local" || now - (to.probed ?? 0) <= DAY ? undefined : "has no fresh probe";
const underContract: Rule = (to) => (to.contracted ? undefined : "has no processor contract");
const runsAtHome: Rule = (to, region) =>
  to.runsIn === region ? undefined : `runs in ${to.runsIn ?? "an unrecorded region"}, not in ${region}`;
const restsAtHome: Rule = (to, region) =>
  to.restsIn === "nowhere" || to.restsIn === region
    ? undefined
    : `keeps content in ${to.restsIn ?? "an unrecorded region"}, not in ${region}`;
const noRetention: Rule = (to) => (to.zone === "local" || to.restsIn === "nowhere" ? undefined : "retains prompts");
const localOnly: Rule = (to) => (to.zone === "local" ? undefined : "is hosted");
const noSharedCache: Rule = (to) => (to.sharedCache ? "fills a shared cache" : undefined);

/** The rules of the data classes. Router, region policy and breaker call this file and have no copy of their own. */
const internal = [freshProbe, underContract, runsAtHome, restsAtHome];
const confidential = [...internal, noRetention];
const restricted = [localOnly, noSharedCache, ...confidential];
const rules: Readonly<Record<DataClass, readonly Rule[]>> = { public: [], internal, confidential, restricted };

/** Fails closed: what carries no class is treated as restricted. */
export const decide = ({ dataClass, tenantRegion }: EgressRequest, to: Destination, now: number): Verdict => {
  for (const rule of rules[dataClass ?? "restricted"]) {
    const because = rule(to, tenantRegion, now);
    if (because !== undefined) return { allow: false, because: `${to.name} ${because}` };
  }
  return { allow: true };
};

/** Where a request may go at all. A fallback picks from this list, so an outage cannot widen it. */
export const allowed = <T extends Destination>(request: EgressRequest, all: readonly T[], now: number): readonly T[] =>
  all.filter((to) => decide(request, to, now).allow);
// #endregion
