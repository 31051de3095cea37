/** Numbers that are part of a name, a version or a locator, and so measure nothing: `SOC 2`, `section 3`, `TLS 1.3`. */

/** Words whose number says which one, not how many. */
const locators = new Set(
  (
    "section sections sec secs chapter chapters ch article articles art arts annex annexes appendix table tables figure figures fig figs " +
    "step steps phase phases part parts item items clause clauses paragraph paragraphs para recital recitals rule rules equation line lines " +
    "vol volume no nos nr version versions ver revision rev draft edition level levels tier tiers stage option question questions rq layer layers " +
    "port status code codes error exit class type seed turn top title schedule point scenario finding adr title pillar row column bug"
  ).split(" "),
);

/** Locators only with their full stop. */
const abbreviations = new Set(["no.", "nos.", "nr.", "p.", "pp."]);

/** Locators that are also other words: a plural noun behind the number makes it a count (“page 3 engineers”). */
const verbs = new Set(
  "page pages release group control point rank note issue day days week weeks month year".split(" "),
);

/** Names that carry a number as a part, whatever follows. */
const numbered = new Set(
  (
    "ISO IEC ISO/IEC IEEE NIST SP RFC RFCs FIPS PCI DSS SOC TLS SSL HTTP HTTPS OAuth OpenAPI OpenID SAML SCIM USB CFR CWE CVE CVSS ETSI EN ITU BSI ASVS RMF FOCUS " +
    "GPT Claude Opus Sonnet Haiku Fable Gemini Gemma Llama Mistral Mixtral Qwen DeepSeek Phi Kimi GLM Nova Grok Command Titan Granite Nemotron arXiv " +
    "Python Node Java JDK PostgreSQL Postgres Redis MySQL Kubernetes Linux Ubuntu Debian Windows macOS Android iOS CUDA ROCm Envoy vLLM SGLang LiteLLM llm-d " +
    "PromQL Prometheus Grafana OpenTelemetry OTLP semconv Mermaid vitest TypeScript Regulation Directive Decision ECMAScript UTF SHA AES RSA Apache MIT"
  ).split(" "),
);

/** Capitalised words that begin a phrase rather than a name. */
const openers = new Set(
  "A An The About Above After All Almost And Another Around As At Average Before Below Between But By Each Either Every Exactly Fewer For From He Her His Hundreds If In Into Its It Just Less Mean Median More Most Nearly Neither No Not Of On Once Only Or Our Out Over Peak Per Roughly She Since So Some Still Than That Their Then These They This Those Through Till To Total Toward Under Until Up We When Where Which While With Within Yet You".split(
    " ",
  ),
);

/** A plural noun follows: what stands before it is counted. */
const plural =
  /^\s+(?!(?:is|was|has|does|as|its|this|thus|less|versus|across|says|plus|unless|sometimes|always|perhaps)\b)\p{Ll}[\p{Ll}-]*s\b/u;
export const countsSomething = (after: string): boolean => plural.test(after);

const wordBefore =
  /(?<word>[\p{L}][\p{L}\p{N}/'’-]*(?:\.[\p{L}\p{N}]+)*\.?)(?:[ \u00a0]| ?\n[ >]{0,8})(?:\((?:EU|EC|EEC)\) )?(?:No\.? )?$/u;

/** Whether the number between `before` and `after` belongs to the name or the locator in front of it. */
export function isNamed(before: string, number: string, after: string): boolean {
  if (/§\s*$/.test(before)) return true;
  const match = wordBefore.exec(before);
  if (!match) return false;
  const word = match.groups?.["word"] as string;
  const bare = word.replace(/\.$/, "");
  if (locators.has(bare.toLowerCase()) || abbreviations.has(word.toLowerCase())) return true;
  if (verbs.has(bare.toLowerCase())) return !countsSomething(after);
  if (word.endsWith(".")) return false;
  if (numbered.has(word) || numbered.has(word.replace(/-?v?\d[\d.]*$/, ""))) return true;
  const opens = match.index === 0 || /[.!?:“"(|]\s*$|\n\s*\n\s*$/.test(before.slice(0, match.index));
  const isName = /\p{Ll}\p{Lu}|\p{Lu}\p{Lu}/u.test(word) || (/^\p{Lu}/u.test(word) && !opens);
  if (!isName || openers.has(word)) return false;
  return /^\d+\.\d+$/.test(number) || (/^\d{1,2}$/.test(number) && !countsSomething(after));
}

/** Words behind an ISO date that make it the name of a version: “the 2026-07-28 revision”. */
export const versionAfter =
  /^\s+(?:revision|version|spec\b|specification|edition|release|draft|schema|protocol|standard|update)/;
export const versionBefore =
  /\b(?:revision|version|spec|specification|edition|release|draft|schema|protocol|standard)\s+$/i;

/** What may stand between the numbers of one list of locators: “Articles 12, 13 and 14”, “5(1)(f)”, “800-53”. */
export const joinsNames = /^(?:(?:\([\p{L}\p{N}]{1,4}\))*\(|\s*(?:,|;|\/|&|-|–|to|and|or|through|,\s*and)\s*)$/u;
