/** Mermaid to SVG: one browser, started only for what no cache has, and a clock on every diagram. */
import type { Browser, OpenBrowser, Page } from "../core/browser.ts";
import type { Cache, Progress } from "../core/host.ts";
import { UserError } from "../core/user-error.ts";
import { cleanSvg, UncleanSvg } from "./clean.ts";
import { explain } from "./explain.ts";
import { guard } from "./guard.ts";
import { type Drawn, drawingPage, setUp } from "./page.ts";
import type { Complaint, DiagramProblem, DiagramRequest } from "./problem.ts";
import { readDiagram } from "./read.ts";
import { diagramKey, isCurrent, stamped } from "./stamp.ts";

export interface RenderMeans {
  readonly cache: Cache;
  readonly openBrowser: OpenBrowser;
  readonly progress: Progress;
  /** The picture of a diagram from an earlier build, if there is one; it is used when its stamp fits. */
  readonly existing?: (id: string) => string | undefined;
  /** Wall-clock limit for each diagram in milliseconds. */
  readonly limitMs?: number;
}

export interface RenderedDiagrams {
  /** SVG text by id, ended by a line break. */
  readonly svgs: Map<string, string>;
  readonly problems: DiagramProblem[];
}

/** A text to draw once, for all who asked for it. */
interface Job {
  readonly key: string;
  readonly code: string;
  readonly ids: string[];
}

/** Beyond two, the browser process itself becomes the bottleneck on small machines. */
const lanes = 2;

/** Draws every diagram that is not cached. Throws UserError when a browser is needed and none starts. */
export async function renderDiagrams(
  requests: readonly DiagramRequest[],
  means: RenderMeans,
): Promise<RenderedDiagrams> {
  const svgs = new Map<string, string>();
  const found = new Map<string, Complaint[]>();
  const jobs = new Map<string, Job>();
  for (const { id, code: raw } of requests) {
    const { code } = readDiagram(raw);
    const complaints = guard(code);
    if (complaints.length > 0) {
      found.set(id, complaints);
      continue;
    }
    const key = diagramKey(code);
    const kept = recall(id, key, means);
    if (kept !== undefined) svgs.set(id, kept);
    else jobs.set(key, { key, code, ids: [...(jobs.get(key)?.ids ?? []), id] });
  }
  if (jobs.size > 0)
    await drawAll([...jobs.values()], means, ({ key, ids }, result) => {
      if (typeof result === "string") means.cache.set("diagram", key, result);
      for (const id of ids) typeof result === "string" ? svgs.set(id, result) : found.set(id, [result]);
    });
  // In the order of the requests, whatever was drawn first.
  return {
    svgs: new Map(requests.flatMap(({ id }) => (svgs.has(id) ? [[id, svgs.get(id) as string] as const] : []))),
    problems: requests.flatMap(({ id }) => (found.get(id) ?? []).map((complaint) => ({ id, ...complaint }))),
  };
}

function recall(id: string, key: string, { cache, existing }: RenderMeans): string | undefined {
  const kept = cache.get("diagram", key);
  if (kept !== undefined && isCurrent(kept, key)) return kept;
  const before = existing?.(id);
  if (before === undefined || !isCurrent(before, key)) return undefined;
  cache.set("diagram", key, before);
  return before;
}

type Finish = (job: Job, result: string | Complaint) => void;

async function drawAll(jobs: Job[], means: RenderMeans, finish: Finish): Promise<void> {
  const { progress, openBrowser, limitMs = 20_000 } = means;
  const browser = await openBrowser();
  const total = jobs.length;
  let drawn = 0;
  // Mermaid's first diagram of a kind is its slowest: one lane takes from the front, the other from the back, so that
  // most kinds are learnt by one of them only.
  const queue = jobs.sort((a, b) => (a.code < b.code ? -1 : 1));
  const lane = async (next: () => Job | undefined) => {
    let page: Page | undefined;
    for (let job = next(); job; job = next()) {
      page ??= await openDrawingPage(browser, limitMs);
      const { result, spent } = await draw(page, job, limitMs);
      if (spent) {
        await page.close();
        page = undefined;
      }
      progress.step(`Drawing diagrams: ${++drawn} of ${total}`);
      finish(job, result);
    }
  };
  try {
    await Promise.all(
      Array.from({ length: lanes }, (_, index) => lane(() => (index % 2 ? queue.pop() : queue.shift()))),
    );
  } finally {
    await browser.close();
    progress.done();
  }
}

async function openDrawingPage(browser: Browser, limitMs: number): Promise<Page> {
  const page = await browser.open(drawingPage(browser.packageUrl("mermaid/dist/mermaid.min.js")));
  const ready = await page.evaluate(setUp, limitMs);
  if (ready.kind === "value") return page;
  await page.close();
  throw new UserError(
    `Mermaid did not load in the browser: ${ready.kind === "error" ? ready.message : ready.kind}.`,
    "Try again when the machine has less to do; if it stays, reinstall dossier.",
    3,
  );
}

async function draw(
  page: Page,
  { key, code }: Job,
  limitMs: number,
): Promise<{ result: string | Complaint; spent: boolean }> {
  const outcome = await page.evaluate(`draw(${JSON.stringify(code)})`, limitMs);
  if (outcome.kind !== "value") return { result: unfinished(outcome.kind, limitMs), spent: true };
  const drawn = outcome.value as Drawn;
  if ("error" in drawn) return { result: explain(drawn.error, drawn.text, code), spent: false };
  try {
    return { result: stamped(cleanSvg(drawn.svg, `d${key.slice(0, 8)}`), key), spent: false };
  } catch (error) {
    if (!(error instanceof UncleanSvg)) throw error;
    const message = `Unexpected ${error.message} in the picture, expected shapes and text.`;
    return {
      result: { message, hint: "Leave out images, links and HTML; only <br/> has a meaning in a label." },
      spent: false,
    };
  }
}

function unfinished(kind: "error" | "timeout" | "crash", limitMs: number): Complaint {
  const message =
    kind === "timeout"
      ? `Unexpected diagram that is not drawn after ${limitMs / 1000} s, expected one that Mermaid can lay out.`
      : "Unexpected end of the browser's page, expected a picture.";
  return { message, hint: "Split the diagram, or look for what repeats without end." };
}
