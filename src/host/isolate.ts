/** An isolate as a worker thread: its own heap, no environment, ended by the clock. */
import { createRequire } from "node:module";
import type { Isolate, Outcome } from "../core/isolate.ts";
import { limited } from "./limited.ts";

const frame = (body: string) => `
  const { parentPort, workerData } = require("node:worker_threads");
  const load = (name) => import(workerData[name]);
  const loadCommonJs = (name) => require(require("node:url").fileURLToPath(workerData[name]));
  const answering = (async () => { ${body} })();
  const say = (outcome) => parentPort.postMessage(outcome);
  answering.catch(() => {}); // each question is answered with what was thrown
  let last = answering;
  parentPort.on("message", (question) => {
    last = last.catch(() => {}).then(async () => {
      try { say({ kind: "value", value: await (await answering)(question) }); }
      catch (error) { say({ kind: "error", message: String(error?.message ?? error) }); }
    });
  });
`;

/** Opens an isolate; packages resolve as they do for the program itself. See OpenIsolate in core. */
export function openIsolate(body: string, packages: readonly string[]): Isolate {
  // Loaded here, since most runs need no thread and loading costs as much as a tenth of `node -e 0`.
  const { Worker } = createRequire(import.meta.url)("node:worker_threads") as typeof import("node:worker_threads");
  const worker = new Worker(frame(body), {
    eval: true,
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    workerData: Object.fromEntries(packages.map((name) => [name, import.meta.resolve(name)])),
  });
  const crash = new Promise<Outcome>((resolve) => {
    worker.once("error", () => resolve({ kind: "crash" }));
    worker.once("exit", () => resolve({ kind: "crash" }));
  });
  const asked: ((outcome: Outcome) => void)[] = [];
  worker.on("message", (outcome: Outcome) => asked.shift()?.(outcome));
  let turn: Promise<unknown> = Promise.resolve();
  return {
    ask(question, limitMs) {
      const answer = new Promise<Outcome>((resolve) => asked.push(resolve));
      worker.postMessage(question);
      const outcome = turn.then(() => limited([answer, crash], limitMs));
      turn = outcome;
      return outcome;
    },
    async close() {
      await worker.terminate();
    },
  };
}
