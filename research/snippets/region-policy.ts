export type DataClass = "public" | "internal" | "confidential" | "restricted";

export interface Route {
  readonly id: string;
  readonly kind: "local" | "hosted";
  /** Where the model runs; undefined when the provider may choose. */
  readonly runsIn?: string;
  /** Where retained content rests; 'none' under a no-retention contract; undefined when nobody recorded it. */
  readonly restsIn?: string;
  readonly healthy: boolean;
}

export interface Ask {
  readonly dataClass: DataClass;
  readonly homeRegion: string;
}

// #region region
export type Decision =
  | { readonly allow: true; readonly route: Route; readonly refused: readonly Refusal[] }
  | { readonly allow: false; readonly refused: readonly Refusal[] };
export interface Refusal {
  readonly route: string;
  readonly because: string;
}

/** Why a route is out, or undefined when it may be used. An unknown location is a foreign one. */
function objection({ dataClass, homeRegion }: Ask, route: Route): string | undefined {
  if (dataClass === "public") return undefined;
  if (dataClass === "restricted" && route.kind !== "local") return "restricted data stays on local models";
  if (route.runsIn !== homeRegion) return `runs in ${route.runsIn ?? "an unrecorded region"}, not ${homeRegion}`;
  if (dataClass === "confidential" && route.kind === "hosted" && route.restsIn !== "none")
    return "no no-retention contract recorded";
  if (route.restsIn !== "none" && route.restsIn !== homeRegion)
    return `content rests in ${route.restsIn ?? "an unrecorded region"}`;
  return undefined;
}

/** Fails closed: policy first, health second, and never a foreign region because the home one is down. */
export function choose(ask: Ask, routes: readonly Route[]): Decision {
  const refused: Refusal[] = [];
  for (const route of routes) {
    const because = objection(ask, route) ?? (route.healthy ? undefined : "unhealthy");
    if (because === undefined) return { allow: true, route, refused };
    refused.push({ route: route.id, because });
  }
  return { allow: false, refused };
}
// #endregion
