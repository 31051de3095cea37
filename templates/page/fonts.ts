/** The page's fonts as a style sheet that holds them: the Latin subsets of two variable families (SIL Open Font License 1.1). */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const faces = [
  {
    family: "Inter Variable",
    file: "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
    style: "normal",
    weights: "100 900",
  },
  {
    family: "Source Serif 4 Variable",
    file: "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
    style: "normal",
    weights: "200 900",
  },
  {
    family: "Source Serif 4 Variable",
    file: "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
    style: "italic",
    weights: "200 900",
  },
] as const;

/** Read when the program is bundled. */
export function fontFaces(): string {
  const require = createRequire(import.meta.url);
  return faces
    .map(({ family, file, style, weights }) => {
      const data = readFileSync(require.resolve(file)).toString("base64");
      return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weights};font-display:block;src:url(data:font/woff2;base64,${data}) format("woff2")}\n`;
    })
    .join("");
}
