/** Draws the pictures of the example that `init` makes, so that its first build needs no browser: npm run start-pictures. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "dossier-start-"));
const dossier = (...args) => {
  const { status } = spawnSync(process.execPath, [join(root, "bin/dossier.js"), ...args], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error(`dossier ${args.join(" ")} exited with ${status}`);
};
try {
  dossier("init");
  dossier("build");
  const drawn = join(folder, "docs/diagrams");
  for (const name of readdirSync(drawn)) copyFileSync(join(drawn, name), join(root, "templates/start/diagrams", name));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
