#!/usr/bin/env node
const { main } = await import("../dist/main.js").catch((error) => {
  if (error.code !== "ERR_MODULE_NOT_FOUND" || !String(error.url).endsWith("/dist/main.js")) throw error;
  process.stderr.write("dossier is not built yet: run `npm run bundle` in its folder.\n");
  process.exitCode = 3;
  return { main: () => {} };
});
await main(process.argv);
