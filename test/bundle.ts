/** Before the tests: the bundled program is that of the sources, so that tests can run it as a user does. */
import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The program under test; DOSSIER_BIN names another one, such as an installed package. */
export const bin = process.env["DOSSIER_BIN"] ?? join(root, "bin/dossier.js");

export default function setup(): void {
  if (!process.env["DOSSIER_BIN"] && changed() > bundled())
    execFileSync(
      process.execPath,
      [join(root, "node_modules/rolldown/bin/cli.mjs"), "-c", "rolldown.config.ts", "--log-level", "silent"],
      { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
    );
}

const bundled = () => statSync(join(root, "dist/main.js"), { throwIfNoEntry: false })?.mtimeMs ?? 0;

function changed(): number {
  const files = ["src", "templates"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(root, folder, name)),
  );
  return Math.max(...files.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0));
}
