/** One address for one page: what only tracks the reader or repeats a default is taken off. */
import { githubAddress, githubPage } from "./github-address.ts";
import { arxivOf, doiOf } from "./identifiers.ts";

/** Parameters that say where a reader came from, never what the page shows. */
const tracking = new RegExp(
  `^(?:${[
    "(?:utm|pk|piwik|mtm)_\\w+|__hs\\w+|_hs(?:enc|mi)",
    "gclid|gclsrc|gbraid|wbraid|dclid|fbclid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_[ce]id",
    "hsctatracking|mkt_tok|vero_(?:id|conv)|oly_(?:anon|enc)_id|_g[al]|s_cid|wt\\.mc_id|_openstat",
    "ref_src|ref_url|spm|trk|trackingid|cmpid|campaign_?id|__twitter_impression|at_(?:medium|campaign)",
    "sc_(?:campaign|channel|content|medium|geo|country|outcome)",
  ].join("|")})$`,
  "i",
);

/** Fragments that choose what is shown: a route of the page's program, or lines of a file. */
const meaningful = /^#(?:!|\/|L\d+)/;

/**
 * The canonical form of an absolute http(s) address; nothing when the text is none. Host in lower case; no credentials, default
 * port, tracking parameters or mere anchor; DOI, arXiv and raw GitHub addresses lead to the page that names the work.
 */
export function canonicalUrl(text: string): string | undefined {
  const said = text.trim();
  if (!/^https?:\/\//i.test(said) || !URL.canParse(said)) return undefined;
  const web = new URL(said);
  const arxiv = arxivOf(said);
  if (arxiv) return `https://arxiv.org/abs/${arxiv.paper}${arxiv.version ?? ""}`;
  const doi = /(?:^|\.)doi\.org$/.test(web.hostname) ? doiOf(said) : undefined;
  if (doi) return `https://doi.org/${encodeDoi(doi)}`;
  const github = githubAddress(web);
  if (github) return githubPage(github);
  web.username = "";
  web.password = "";
  web.hostname = web.hostname.replace(/\.$/, "");
  const kept = web.search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !tracking.test(pair.split("=")[0] as string));
  web.search = kept.join("&");
  if (!meaningful.test(web.hash)) web.hash = "";
  return web.href;
}

/** A coarser form for comparing only: without scheme, `www.`, index page and final slash. */
export function urlIdentity(text: string): string | undefined {
  return canonicalUrl(text)
    ?.replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/#L\d.*$/, "")
    .replace(/\/(?:index\.(?:html?|php))?(?=\?|$)/, "")
    .replace(/^(?:arxiv\.org\/abs\/.+?)(v\d+)$/, (found, version: string) => found.slice(0, -version.length));
}

/** A DOI inside an address: what would end the path is percent-encoded. */
export function encodeDoi(doi: string): string {
  return doi.replace(/[\s<>"#%?[\]\\^`{|}]/g, (char) => encodeURIComponent(char));
}
