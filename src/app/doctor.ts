/** Whether everything that a dossier needs is there: each check with OK or what to do. */
import { localeFile, styleFile } from "../cite/csl-files.ts";
import type { Host } from "../core/host.ts";
import { UserError } from "../core/user-error.ts";
import { load } from "../load/load.ts";
import { workspace } from "../load/workspace.ts";
import { jsonSchemas } from "./schema.ts";
import { templateFolder } from "./template-folder.ts";

export interface CheckUp {
  readonly name: string;
  /** `note`: works, but something is worth knowing. */
  readonly state: "ok" | "note" | "wrong";
  readonly says: string;
  /** What to do, unless it is well. */
  readonly advice?: string;
}

const oldestNode = [20, 19] as const;
const probe = "output/.doctor";

/** `node` is the version of the runtime, `v20.19.0`; the network is asked only when `online`. */
export async function doctor(host: Host, node: string, online: boolean): Promise<CheckUp[]> {
  return [
    nodeVersion(node),
    await writeAccess(host),
    ...(await dossierFiles(host)),
    await browser(host),
    ...(online ? [await network(host)] : []),
    cache(host),
  ];
}

function nodeVersion(node: string): CheckUp {
  const [major = 0, minor = 0] = node.replace(/^v/, "").split(".").map(Number);
  const fits = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  return fits
    ? ok("Node", node)
    : wrong("Node", `${node} is too old`, `Install Node ${oldestNode.join(".")} or later.`);
}

async function writeAccess({ files }: Host): Promise<CheckUp> {
  try {
    await files.write(probe, "");
    await files.remove(probe);
    return ok("Write access", files.root);
  } catch (error) {
    return wrong(
      "Write access",
      `${files.root}: ${reason(error)}`,
      "Give yourself write access to the folder, or work on a copy.",
    );
  }
}

async function dossierFiles(host: Host): Promise<CheckUp[]> {
  if (!host.files.read(`${workspace}/dossier.yaml`))
    return [
      note(
        "Dossier",
        `no ${workspace}/dossier.yaml in this folder`,
        "Run `dossier init`, or change to a folder that has one.",
      ),
    ];
  const { dossier, problems } = await load(host);
  if (!dossier)
    return [wrong("Dossier", `${workspace}/dossier.yaml can't be read`, "Run `dossier lint` to see where.")];
  const files =
    problems.length === 0
      ? ok("Dossier", `${dossier.files.size} files`)
      : wrong("Dossier", `${problems.length} errors of form`, "Run `dossier lint` to see where.");
  const templates = templateFolder(dossier.config.data);
  return [
    files,
    citationStyle(host, dossier.config.data),
    ...(templates === undefined ? [] : [ownTemplates(host, templates)]),
    schemas(host),
  ];
}

function ownTemplates({ files }: Host, folder: string): CheckUp {
  const advice = "Correct `templates` in research/dossier.yaml, or take it out.";
  try {
    const { length } = files.list(folder);
    return length > 0 ? ok("Templates", folder) : wrong("Templates", `there is no file in ${folder}`, advice);
  } catch (error) {
    return wrong("Templates", reason(error), advice);
  }
}

function citationStyle(
  { files, packaged }: Host,
  { style, language }: { readonly style?: string | undefined; readonly language?: string | undefined },
): CheckUp {
  for (const { from, path } of [styleFile(style), localeFile(language)]) {
    let bytes: Uint8Array | undefined;
    try {
      bytes = from === "project" ? files.read(path) : packaged.read(`templates/${path}`);
    } catch (error) {
      return wrong("Citation style", reason(error), "Set `style` to a CSL file inside the project.");
    }
    if (!bytes)
      return wrong(
        "Citation style",
        `there is no ${path}`,
        "Set `style` to `dossier`, `dossier-author-date`, or the path of a CSL file.",
      );
    if (!new TextDecoder().decode(bytes).includes("<"))
      return wrong("Citation style", `${path} is no CSL file`, "Get it again from the style's repository.");
  }
  return ok("Citation style", style ?? "dossier");
}

/** The copies beside the dossier are for editors: an old one marks right fields as wrong. */
function schemas({ files }: Host): CheckUp {
  const write = `Run \`dossier schema --write ${workspace}/schemas\`.`;
  const stale = [...jsonSchemas()].filter(([kind, schema]) => {
    const bytes = files.read(`${workspace}/schemas/${kind}.json`);
    return !bytes || new TextDecoder().decode(bytes) !== `${JSON.stringify(schema, null, 2)}\n`;
  });
  if (stale.length === 0) return ok("Schemas for editors", `${workspace}/schemas, of this version`);
  return note("Schemas for editors", `missing or of another version: ${stale.map(([kind]) => kind).join(", ")}`, write);
}

async function browser(host: Host): Promise<CheckUp> {
  try {
    await (await host.openBrowser()).close();
    return ok("Browser", "starts");
  } catch (error) {
    const advice =
      (error instanceof UserError && error.hint) || "Install Chrome or Chromium, or set DOSSIER_BROWSER to one.";
    return note("Browser", `${reason(error)}. New diagrams and PDF need one; unchanged diagrams don't`, advice);
  } finally {
    host.progress.done();
  }
}

async function network({ openFetch }: Host): Promise<CheckUp> {
  const fetch = await openFetch({});
  const { response, failure } = await fetch({ url: "https://doi.org/", accept: ["text/html"] });
  if (response) return ok("Network", `doi.org answers (${response.status})`);
  return note(
    "Network",
    `doi.org ${failure?.message ?? "can't be reached"}. Only add-source and verify need it`,
    "Check the connection and HTTPS_PROXY; `dossier add-source --title …` works without.",
  );
}

function cache({ files }: Host): CheckUp {
  const size = files.list("output/.cache").reduce((sum, path) => sum + (files.read(path)?.length ?? 0), 0);
  return ok("Cache", `${(size / 1e6).toFixed(1)} MB in output/.cache; it may be deleted at any time`);
}

const ok = (name: string, says: string): CheckUp => ({ name, state: "ok", says });
const note = (name: string, says: string, advice: string): CheckUp => ({ name, state: "note", says, advice });
const wrong = (name: string, says: string, advice: string): CheckUp => ({ name, state: "wrong", says, advice });
/** Without its full stop: it stands inside a sentence. */
const reason = (error: unknown) =>
  (error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)).replace(/\.$/, "");
