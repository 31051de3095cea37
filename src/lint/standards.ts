/** The standards of a profile, with what it extends merged in. */
import { didYouMean } from "../core/suggest.ts";
import { UserError } from "../core/user-error.ts";
import type { Config } from "../model/config.ts";
import type { Standards } from "./rule.ts";

/** Throws UserError for a profile that does not exist or extends itself. */
export function standardsOf(config: Config, profile = config.profile ?? "draft"): Standards {
  const profiles = config.standards ?? {};
  const chain: string[] = [];
  for (let name: string | undefined = profile; name !== undefined; name = profiles[name]?.extends) {
    if (chain.includes(name))
      throw new UserError(
        `Profile “${name}” extends itself.`,
        "Break the circle of `extends` in research/dossier.yaml.",
      );
    if (!Object.hasOwn(profiles, name) && !(name === "draft" && chain.length === 0))
      throw new UserError(
        `No profile “${name}” in research/dossier.yaml.`,
        didYouMean(name, Object.keys(profiles)) ?? `Profiles: ${Object.keys(profiles).join(", ")}.`,
      );
    chain.unshift(name);
  }
  const parts = chain.map((name) => profiles[name] ?? {});
  const requires: Record<string, string[]> = {};
  for (const part of parts)
    for (const [kind, fields] of Object.entries(part.requires ?? {}))
      requires[kind] = [...new Set([...(requires[kind] ?? []), ...fields])];
  return {
    profile,
    thresholds: Object.assign({}, ...parts.map((part) => part.thresholds ?? {})),
    requires,
    severities: Object.assign({}, ...parts.map((part) => part.severities ?? {})),
  };
}
