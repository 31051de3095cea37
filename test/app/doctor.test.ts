/** Each check says OK, or what to do. */
import { describe, expect, it } from "vitest";
import { doctor } from "../../src/app/doctor.ts";
import { init } from "../../src/app/init.ts";
import type { Host } from "../../src/core/host.ts";
import { UserError } from "../../src/core/user-error.ts";
import { offlineHost } from "./offline-host.ts";

const browser = {
  openBrowser: async () => ({
    close: async () => {},
    packageUrl: () => "",
    open: () => Promise.reject(new Error("unused")),
  }),
};
const states = async (host: Host, node = "v22.1.0", online = false) =>
  Object.fromEntries((await doctor(host, node, online)).map(({ name, state }) => [name, state]));

describe("doctor", () => {
  it("finds a new dossier well", async () => {
    const host = { ...offlineHost(), ...browser };
    await init(host, {});
    expect(await states(host)).toEqual({
      Node: "ok",
      "Write access": "ok",
      Dossier: "ok",
      "Citation style": "ok",
      "Schemas for editors": "ok",
      Browser: "ok",
      Cache: "ok",
    });
  });

  it("names what is wrong, each with advice", async () => {
    const host: Host = {
      ...offlineHost(),
      openBrowser: () => Promise.reject(new UserError("There is no browser.", "Install one.")),
      openFetch: async () => async () => ({ failure: { kind: "unreachable", message: "can't be reached" } }),
    };
    await init(host, { style: "house.csl" });
    await host.files.write("research/schemas/source.json", "{}");
    await host.files.write("research/glossary.yaml", "terms: [");
    const found = await doctor(host, "v18.20.0", true);
    expect(Object.fromEntries(found.map(({ name, state }) => [name, state]))).toEqual({
      Node: "wrong",
      "Write access": "ok",
      Dossier: "wrong",
      "Citation style": "wrong",
      "Schemas for editors": "note",
      Browser: "note",
      Network: "note",
      Cache: "ok",
    });
    for (const { state, advice } of found) expect(advice === undefined).toBe(state === "ok");
  });

  it("looks into the folder of the dossier's own templates", async () => {
    const host = { ...offlineHost(), ...browser };
    await init(host, {});
    await host.files.update("research/dossier.yaml", (bytes) => `${new TextDecoder().decode(bytes)}templates: mine\n`);
    expect(await states(host)).toMatchObject({ Templates: "wrong" });
    await host.files.write("mine/wording/de.yaml", "Contents: Inhalt\n");
    expect(await states(host)).toMatchObject({ Templates: "ok" });
  });

  it("says where there is no dossier, and where nothing can be written", async () => {
    const host = { ...offlineHost(), ...browser };
    expect(await states(host)).toMatchObject({ Dossier: "note" });
    Object.assign(host.files, { write: () => Promise.reject(new Error("EROFS: read-only file system")) });
    expect(await states(host)).toMatchObject({ "Write access": "wrong" });
    await expect(states(host, "v20.18.3")).resolves.toMatchObject({ Node: "wrong" });
    await expect(states(host, "v20.19.0")).resolves.toMatchObject({ Node: "ok" });
  });
});
