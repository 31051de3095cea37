/** Diagrams as PNG, drawn by the browser at twice their size; kept by the digest of the SVG. */
import type { Page } from "../../core/browser.ts";
import { digest } from "../../core/digest.ts";
import { UserError } from "../../core/user-error.ts";
import { sizeOf } from "../html/picture.ts";
import type { Means } from "../index.ts";

export interface Png {
  readonly data: Uint8Array;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const scale = 2;
const limitMs = 10_000;
const frame = '<!doctype html><style>body{margin:0}img{display:block}</style><img id="it">';

/** By the path of the SVG; without a browser there are none, and the reason. */
export async function pngsOf(
  assets: ReadonlyMap<string, string>,
  { cache, openBrowser, progress }: Pick<Means, "cache" | "openBrowser" | "progress">,
) {
  const pngs = new Map<string, Png>();
  const missing: { path: string; svg: string; key: string }[] = [];
  for (const [path, svg] of assets) {
    const key = digest("png", String(scale), svg);
    const known = cache.get("png", key);
    if (known === undefined) missing.push({ path, svg, key });
    else pngs.set(path, { ...sizeOf(svg), data: Buffer.from(known, "base64") });
  }
  if (missing.length === 0) return { pngs };
  try {
    progress.step("Drawing pictures for the DOCX");
    const browser = await openBrowser();
    try {
      const lost: string[] = [];
      let page: Page | undefined;
      for (const { path, svg, key } of missing) {
        const { width, height } = sizeOf(svg);
        const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
        const shown = `(async () => { it.width = ${width}; it.height = ${height}; it.src = ${JSON.stringify(source)}; await it.decode(); })()`;
        page ??= await browser.open(frame);
        const outcome = await page.evaluate(shown, limitMs);
        if (outcome.kind !== "value") {
          // A page that hangs would hang for the next picture too.
          await page.close();
          page = undefined;
          lost.push(path);
          continue;
        }
        const data = await page.png({ width, height, scale });
        cache.set("png", key, Buffer.from(data).toString("base64"));
        pngs.set(path, { width, height, data });
      }
      if (lost.length > 0)
        return {
          pngs,
          failure: new UserError(
            `The browser did not draw ${lost.join(", ")} in ${limitMs / 1000} s; the DOCX is without.`,
            "Simplify the diagram, or try again when the machine has less to do.",
            3,
          ),
        };
    } finally {
      await browser.close();
    }
    return { pngs };
  } catch (error) {
    if (error instanceof UserError) return { pngs, failure: error };
    throw error;
  }
}
