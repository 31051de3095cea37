/** Threads that answer in turn, and what becomes of those that hang or die. */
import { afterEach, describe, expect, it } from "vitest";
import type { Isolate } from "../../src/core/isolate.ts";
import { openIsolate } from "../../src/host/isolate.ts";

const open: Isolate[] = [];
const isolate = (body: string) => {
  const made = openIsolate(body, ["yaml"]);
  open.push(made);
  return made;
};
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));

describe("an isolate", () => {
  it("answers in the order of the questions, also when a later answer is ready first", async () => {
    const slow = isolate("return async (ms) => { await new Promise((done) => setTimeout(done, ms)); return ms; };");
    const answers = await Promise.all([200, 1, 50].map((ms) => slow.ask(ms, 5_000)));
    expect(answers).toEqual([200, 1, 50].map((value) => ({ kind: "value", value })));
  });

  it("gives each question its own time, not that of those before it", async () => {
    const slow = isolate("return (ms) => { const end = Date.now() + ms; while (Date.now() < end); return ms; };");
    const answers = await Promise.all([600, 600, 600].map((ms) => slow.ask(ms, 1_500)));
    expect(answers.map(({ kind }) => kind)).toEqual(["value", "value", "value"]);
  });

  it("says what was thrown and goes on", async () => {
    const fussy = isolate('return (n) => { if (n === 1) throw new Error("not one"); return n; };');
    expect(await Promise.all([fussy.ask(1, 5_000), fussy.ask(2, 5_000)])).toEqual([
      { kind: "error", message: "not one" },
      { kind: "value", value: 2 },
    ]);
  });

  it("answers each question with what went wrong before the first", async () => {
    const broken = isolate('throw new Error("boom at init");');
    await new Promise((done) => setTimeout(done, 100));
    const answers = await Promise.all([broken.ask(1, 5_000), broken.ask(2, 5_000)]);
    expect(answers).toEqual([1, 2].map(() => ({ kind: "error", message: "boom at init" })));
  });

  it("is stopped by the clock, by its own end and by whoever closes it", async () => {
    expect((await isolate("return () => { for (;;); };").ask(0, 300)).kind).toBe("timeout");
    expect((await isolate("return () => process.exit(1);").ask(0, 5_000)).kind).toBe("crash");
    const busy = isolate("return () => { for (;;); };");
    const waiting = [busy.ask(0, 60_000), busy.ask(1, 60_000)];
    await busy.close();
    expect((await Promise.all(waiting)).map(({ kind }) => kind)).toEqual(["crash", "crash"]);
  });

  it("loads the packages that it was given, and sees no environment", async () => {
    const body = `
      const yaml = loadCommonJs("yaml");
      return async (what) => (what === "env" ? Object.keys(process.env) : yaml.parse(what));
    `;
    const reader = isolate(body);
    expect(await reader.ask("a: 1", 5_000)).toEqual({ kind: "value", value: { a: 1 } });
    expect(await reader.ask("env", 5_000)).toEqual({ kind: "value", value: [] });
  });
});
