/** What the licences of the bundled libraries ask for: each library's name, version and licence text, beside the bundle. */
import { readdirSync, readFileSync } from "node:fs";
import type { Plugin } from "rolldown";

const root = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** `also`: folders of packages whose files go into the bundle in another way. */
export const thirdParty = (also: readonly string[] = []): Plugin => ({
  name: "third-party",
  generateBundle(_options, bundle) {
    const folders = new Set(also);
    for (const output of Object.values(bundle))
      for (const id of output.type === "chunk" ? output.moduleIds : []) {
        const folder = root.exec(id.replace(/^\0/, ""))?.[0];
        if (folder) folders.add(folder);
      }
    const notices = [...folders].map(noticeOf).sort();
    this.emitFile({ type: "asset", fileName: "third-party.txt", source: [...new Set(notices)].join("\n\n") });
  },
});

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as Record<
    "name" | "version" | "license",
    string
  >;
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, "utf8").trim());
  return [`${name} ${version} (${license})`, ...texts].join("\n\n");
}
