/** A browser without network, as the rooms that draw and print see it; `host/` has the real one. */

import type { Outcome } from "./isolate.ts";

/** Paper and margins in CSS lengths; header and footer are HTML in Chromium's template form. */
export interface PdfOptions {
  readonly format: "A4" | "Letter";
  readonly margin: { readonly top: string; readonly right: string; readonly bottom: string; readonly left: string };
  readonly header?: string;
  readonly footer?: string;
}

export interface Page {
  /** Evaluates JavaScript in the page, awaits a promise, and brings the result here as JSON. */
  evaluate(expression: string, limitMs: number): Promise<Outcome>;
  /** The page as tagged PDF with an outline. */
  pdf(options: PdfOptions): Promise<Uint8Array>;
  /** The upper left `width` by `height` CSS pixels as PNG, `scale` device pixels to one of them. */
  png(size: { readonly width: number; readonly height: number; readonly scale: number }): Promise<Uint8Array>;
  /** Ends the page, also one that hangs. */
  close(): Promise<void>;
}

export interface Browser {
  /** The `file:` address of a file inside an installed package, for a script element. */
  packageUrl(file: string): string;
  /** Opens a document of its own process. Resolves when its scripts have run. */
  open(html: string): Promise<Page>;
  /** Ends the browser and removes everything it wrote; further calls do nothing. */
  close(): Promise<void>;
}

export type OpenBrowser = () => Promise<Browser>;
