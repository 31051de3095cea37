/** `dossier preview` */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Option } from "commander";
import type { Preview } from "../../app/preview.ts";
import type { Diagnostic } from "../../core/diagnostic.ts";
import { UserError } from "../../core/user-error.ts";
import type { Machine } from "../../host/machine.ts";
import type { Served } from "../../host/serve.ts";
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";

interface Options {
  readonly port: string;
  readonly open?: boolean;
  readonly editor: keyof typeof editors;
  readonly profile?: string;
}

/** How editors are called by a link: `%` stands for the file's absolute path. */
const editors = {
  vscode: "vscode://file%:LINE:COLUMN",
  vscodium: "vscodium://file%:LINE:COLUMN",
  cursor: "cursor://file%:LINE:COLUMN",
  zed: "zed://file%:LINE:COLUMN",
  idea: "idea://open?file=%&line=LINE&column=COLUMN",
} as const;

export const previewCommand: Command = {
  name: "preview",
  summary: "show the report in a browser and follow every change",
  examples: ["dossier preview", "dossier preview --open", "dossier preview --port 4000 --editor idea"],
  define: (command) =>
    command
      .option("--port <number>", "port to try first", "4321")
      .option("--open", "open the browser")
      .option("-p, --profile <name>", "standards to check against (default: `profile` in dossier.yaml)")
      .addOption(
        new Option("--editor <name>", "editor that findings open in").choices(Object.keys(editors)).default("vscode"),
      )
      .action(async (options: Options) => {
        if (!/^\d{1,5}$/.test(options.port) || Number(options.port) > 65_535)
          throw new UserError(`Unexpected port “${options.port}”, expected a number up to 65535.`);
        await withProject(command, (host) => run(host, options));
      }),
};

async function run(host: Machine, { port, open, editor, profile }: Options): Promise<void> {
  const [{ Preview }, { reportFolders }, { newEventsPath, serve }, { attempt, following }] = await Promise.all([
    import("../../app/preview.ts"),
    import("../../app/report-folders.ts"),
    import("../../host/serve.ts"),
    import("../following.ts"),
  ]);
  const events = newEventsPath();
  const preview = new Preview(host, { events, ...(profile ? { profile } : {}) });
  const served = await serve({ port: Number(port), page: (changes) => preview.html(changes) }, events);
  const shown = () => update(preview, served, (finding) => linkTo(editor, host.files.root, finding));
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  try {
    await attempt(host, shown);
    process.stdout.write(`${served.address}\n`);
    const folders = await reportFolders(host);
    process.stderr.write(`Following ${folders.join("/ and ")}/; stop with Ctrl-C.\n`);
    if (open) await openInBrowser(served.address);
    await following(host, folders, shown, stop.signal);
  } finally {
    await served.close();
  }
}

/** Words first, then what the rules find. */
async function update(preview: Preview, served: Served, link: (finding: Diagnostic) => string): Promise<void> {
  const { change, diagnostics } = await preview.build();
  if (change.kind === "sections") served.change("sections", change.sections);
  if (change.kind === "page") served.change("page", {});
  // The rules keep the processor busy: what was published goes out first.
  await new Promise((sent) => setImmediate(sent));
  const found = change.kind === "none" && preview.html() === undefined ? diagnostics : await preview.lint();
  served.state(
    "findings",
    found.map((finding) => ({ ...finding, link: link(finding) })),
  );
}

function linkTo(editor: Options["editor"], root: string, { file, line, column }: Diagnostic): string {
  const path = pathToFileURL(resolve(root, file)).pathname;
  return editors[editor]
    .replace("%", () => path)
    .replace("LINE", String(line))
    .replace("COLUMN", String(column));
}

async function openInBrowser(address: string): Promise<void> {
  const { spawn } = await import("node:child_process");
  const [program, ...args] =
    process.platform === "darwin" ? ["open"] : process.platform === "win32" ? ["cmd", "/c", "start", ""] : ["xdg-open"];
  spawn(program as string, [...args, address], { stdio: "ignore", detached: true })
    .on("error", () => process.stderr.write("No browser could be opened; the address is above.\n"))
    .unref();
}
