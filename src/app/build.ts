/** Builds the report and writes what changed; an error leaves everything as it was. */
import { digestOfBytes } from "../core/digest.ts";
import type { Host } from "../core/host.ts";
import { type LintReport, reportOf } from "./lint.ts";
import { fileDigest, remember } from "./memo.ts";
import type { BuildOptions, Built } from "./prepare.ts";
import { templateFolder } from "./template-folder.ts";

/** What a build did, or would do. */
export interface BuildResult extends LintReport {
  /** Every file of the build by its digest; none when errors stopped it. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Those that were not on disk as they should be. */
  readonly stale: readonly string[];
  readonly references: number;
  readonly pictures: number;
}

/** Builds and writes what changed; with `dry`, only says what is out of date. */
export async function build(machine: Host, options: BuildOptions, dry: boolean): Promise<BuildResult> {
  // A check is about what is committed: the deliverable and its pictures.
  const wanted: BuildOptions = dry ? { ...options, formats: ["md"] } : options;
  const { value, known } = await remember(machine, "build", wanted, async (host) => {
    const [{ prepare }, { rules }] = await Promise.all([import("./prepare.ts"), import("../lint/rules/index.ts")]);
    const built = await prepare(host, rules, wanted);
    const stale = outdated(built, host);
    if (!dry) for (const path of stale) await host.files.write(path, built.files.get(path) as string | Uint8Array);
    const [failure] = built.failures ?? [];
    // The other formats are written; this one needs something of the machine first.
    if (failure) throw failure;
    const outputs = Object.fromEntries([...built.files].map(([path, data]) => [path, digestOfBytes(bytesOf(data))]));
    const { style = "", templates } = built.dossier?.config.data ?? {};
    const own = templateFolder({ templates });
    const elsewhere = [...(style.endsWith(".csl") ? [style] : []), ...(own === undefined ? [] : [`${own}/`])];
    return {
      value: {
        ...reportOf(built),
        outputs,
        stale,
        references: built.report?.references.length ?? 0,
        pictures: built.report?.labels.size ?? 0,
      },
      expected: { ...outputs, ...Object.fromEntries(elsewhere.map((path) => [path, fileDigest(host, path)])) },
    };
  });
  return known ? { ...value, stale: [] } : value;
}

/** Paths whose content on disk is not what the build gives; the report itself comes last. */
function outdated({ files }: Built, host: Pick<Host, "files">): string[] {
  return [...files]
    .filter(([path, data]) => Buffer.compare(host.files.read(path) ?? bytesOf(""), bytesOf(data)) !== 0)
    .map(([path]) => path);
}

const bytesOf = (data: string | Uint8Array) => (typeof data === "string" ? Buffer.from(data) : data);
