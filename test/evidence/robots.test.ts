/** What a site's robots.txt says of an address, and what is said of an address that is none. */
import { expect, it } from "vitest";
import type { Fetch } from "../../src/core/fetch.ts";
import { robotsOf } from "../../src/evidence/robots.ts";

it("leaves an address that can't be read to whoever fetches it", async () => {
  const fetch: Fetch = async () => {
    throw new Error("Nothing is to be fetched.");
  };
  expect(await robotsOf(fetch)("https://[")).toEqual({ allowed: true, gap: 0 });
});
