/** Makes `npx dossier` find this checkout's own program: npm links the programs of dependencies only. */
import { mkdirSync, rmSync, symlinkSync } from "node:fs";

const folder = new URL("../node_modules/.bin/", import.meta.url);
mkdirSync(folder, { recursive: true });
const link = new URL("dossier", folder);
rmSync(link, { force: true });
symlinkSync("../../bin/dossier.js", link);
