/** What the disk refuses, said with the path, the cause and what to do, in place of a system's code. */
import { type FailureCode, UserError } from "../core/user-error.ts";

/** A refusal of the system as a UserError; whatever else it is, unchanged. `path` as the user knows it. */
export function refusal(path: string, deed: "read" | "written", error: unknown): unknown {
  if (!(error instanceof Error && "syscall" in error && "code" in error)) return error;
  const [says, hint, code] = known[String(error.code)] ?? [
    `can't be ${deed}: ${/^\w+: ([^,]+)/.exec(error.message)?.[1] ?? error.message}`,
    "Give yourself access to it, or make room on the disk; `dossier doctor` says more.",
    3,
  ];
  return new UserError(`${path} ${says}.`, hint, code);
}

/** Names that can't be used whatever the machine allows. */
const known: Readonly<Record<string, readonly [says: string, hint: string, code: FailureCode]>> = {
  EISDIR: ["is a folder, expected a file", "Name a file, or move the folder away.", 2],
  ENOTDIR: ["lies below a file, expected a folder there", "Name another place, or move that file away.", 2],
  EEXIST: ["has a file where a folder is expected", "Name another place, or move that file away.", 2],
  ENAMETOOLONG: ["is too long a name", "Choose a shorter one.", 2],
  ELOOP: ["leads in a circle of symbolic links", "Name the file itself.", 2],
};
