/** robots.txt: which addresses a site keeps programs out of, and how slowly it wants to be read; asked once a site and run. */
import * as robotsModule from "robots-parser";
import type { Fetch } from "../core/fetch.ts";

export interface Welcome {
  readonly allowed: boolean;
  /** Milliseconds between two requests. */
  readonly gap: number;
}

/** The name by which sites address us. */
const agent = "dossier";
const longestGap = 15_000;

interface Robots {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}

// A CommonJS module whose types promise a default export that it does not have.
const parse = robotsModule.default as unknown as (url: string, text: string) => Robots;

/** RFC 9309: no file allows everything; a site that can't be asked is left to answer for itself. */
export function robotsOf(fetch: Fetch): (url: string) => Promise<Welcome> {
  const sites = new Map<string, Promise<Robots>>();
  return async (url) => {
    if (!URL.canParse(url)) return { allowed: true, gap: 0 }; // to be refused by whoever fetches it
    const { origin } = new URL(url);
    const robots = sites.get(origin) ?? ask(fetch, `${origin}/robots.txt`);
    sites.set(origin, robots);
    const rules = await robots;
    const delay = (rules.getCrawlDelay(agent) ?? 0) * 1000;
    return { allowed: rules.isAllowed(url, agent) ?? true, gap: Math.min(delay, longestGap) };
  };
}

async function ask(fetch: Fetch, url: string): Promise<Robots> {
  const { response } = await fetch({ url, accept: ["text/plain", "text/*"] });
  const text =
    response && response.status >= 200 && response.status < 300
      ? new TextDecoder().decode(response.body.subarray(0, 500_000))
      : "";
  return parse(url, text);
}
