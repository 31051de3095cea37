/** `dossier diff` */
import { Option } from "commander";
import { UserError } from "../../core/user-error.ts";
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";

export const diffCommand: Command = {
  name: "diff",
  summary:
    "show what changed in meaning since a revision: verdicts, figures, sources, recommendations, efforts, suspect facts",
  examples: ["dossier diff", "dossier diff main --format markdown", "dossier diff v1.0 --format json"],
  define: (command) =>
    command
      .argument("[revision]", "a commit, branch or tag to compare with", "HEAD")
      .addOption(
        new Option("-f, --format <format>", "how to print it").choices(["text", "json", "markdown"]).default("text"),
      )
      .action(async (revision: string, { format }: { format: string }) => {
        await withProject(command, async (host) => {
          const [{ diffStates, stateOf }, { filesAt }, { MemoryFiles }] = await Promise.all([
            import("../../app/diff.ts"),
            import("../../host/git-revision.ts"),
            import("../../host/memory-files.ts"),
          ]);
          const earlier = new MemoryFiles(Object.fromEntries(await filesAt(host.files.root, revision, "research")));
          if (!earlier.read("research/dossier.yaml"))
            throw new UserError(`There was no research/dossier.yaml at ${revision}.`, "Compare with a later revision.");
          const before = await stateOf({ files: earlier, cache: host.cache });
          const after = await stateOf(host);
          if (!before || !after)
            throw new UserError(
              `research/dossier.yaml ${after ? `of ${revision}` : ""} can't be read.`.replace("  ", " "),
              "`dossier lint` says where.",
            );
          const changes = diffStates(before, after);
          if (format === "json")
            return void process.stdout.write(`${JSON.stringify({ version: 1, since: revision, changes }, null, 2)}\n`);
          const { diffMarkdown, diffText } = await import("../diff-print.ts");
          if (format === "markdown") return void process.stdout.write(diffMarkdown(changes, revision));
          const { paint } = await import("../paint.ts");
          process.stdout.write(diffText(changes, revision, paint(process.stdout)));
        });
      }),
};
