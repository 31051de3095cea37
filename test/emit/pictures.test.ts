/** Pictures for the DOCX when a page of the browser hangs: the others are drawn, and the lost one is named. */
import { expect, it } from "vitest";
import type { Page } from "../../src/core/browser.ts";
import { pngsOf } from "../../src/emit/docx/pictures.ts";
import { memoryCache, silent } from "../diagram/doubles.ts";

const svg = (height: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="${height}"></svg>`;

it("opens a new page behind one that hangs, and says what is missing", async () => {
  let opened = 0;
  let closed = 0;
  const open = async (): Promise<Page> => {
    const hangs = opened++ === 0;
    return {
      evaluate: async () => (hangs ? { kind: "timeout" } : { kind: "value", value: undefined }),
      png: async () => new Uint8Array([1]),
      pdf: async () => new Uint8Array(),
      close: async () => void closed++,
    };
  };
  const { pngs, failure } = await pngsOf(
    new Map([
      ["a.svg", svg(1)],
      ["b.svg", svg(2)],
      ["c.svg", svg(3)],
    ]),
    {
      cache: memoryCache(),
      progress: silent,
      openBrowser: async () => ({ packageUrl: () => "", open, close: async () => undefined }),
    },
  );
  expect([...pngs.keys()]).toEqual(["b.svg", "c.svg"]);
  expect(failure?.message).toContain("did not draw a.svg in 10 s");
  expect([opened, closed]).toEqual([2, 1]);
});
