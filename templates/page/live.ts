/** The preview's side of the page: takes in changed sections, loads anew where more changed, and shows what lint finds. */
import { byId, make } from "./dom.ts";

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly hint?: string;
  readonly rule: string;
  /** Opens the place in an editor. */
  readonly link?: string;
}

const placeKey = "dossier-place";

export default function live(events: string): void {
  keepPlace();
  const overlay = overlayOf();
  // What changed since the page was asked for comes first.
  const source = new EventSource(`${events}?after=${document.documentElement.dataset["changes"] ?? ""}`);
  source.addEventListener("page", () => reload());
  source.addEventListener("sections", (event) => {
    for (const { id, html } of JSON.parse(event.data) as { id?: string; html: string }[]) replace(id, html);
  });
  source.addEventListener("findings", (event) => overlay(JSON.parse(event.data) as Finding[]));
}

function replace(id: string | undefined, html: string): void {
  const old =
    id === undefined
      ? document.querySelector("main > .front")
      : document.querySelector(`main > section[data-section="${CSS.escape(id)}"]`);
  const fresh = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
  if (!old || !fresh) return reload();
  old.replaceWith(document.adoptNode(fresh));
  fresh.dispatchEvent(new CustomEvent("dossier-section", { bubbles: true }));
}

/** Remembers which heading stands where. */
function reload(): void {
  const headings = [...document.querySelectorAll<HTMLElement>("main [id]")];
  const near = headings.find((heading) => heading.getBoundingClientRect().bottom > 0);
  sessionStorage.setItem(
    placeKey,
    JSON.stringify({ id: near?.id, top: near?.getBoundingClientRect().top, y: scrollY }),
  );
  location.reload();
}

function keepPlace(): void {
  const text = sessionStorage.getItem(placeKey);
  if (!text) return;
  sessionStorage.removeItem(placeKey);
  history.scrollRestoration = "manual";
  const { id, top, y } = JSON.parse(text) as { id?: string; top?: number; y: number };
  const at = id ? byId(id) : null;
  document.documentElement.style.scrollBehavior = "auto";
  scrollTo(0, at && top !== undefined ? at.getBoundingClientRect().top + scrollY - top : y);
  document.documentElement.style.scrollBehavior = "";
}

function overlayOf(): (findings: readonly Finding[]) => void {
  const summary = make("summary");
  const list = make("ol");
  const box = make("details", { class: "findings", "aria-live": "polite" }, summary, list);
  document.body.append(box);
  return (findings) => {
    const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
    const words = [
      ["error", "error"],
      ["warning", "warning"],
      ["info", "note"],
    ].flatMap(([severity, noun]) => {
      const number = count(severity as string);
      return number > 0 ? [`${number} ${noun}${number === 1 ? "" : "s"}`] : [];
    });
    summary.textContent = words.length > 0 ? words.join(", ") : "No findings";
    box.classList.toggle("wrong", count("error") > 0);
    list.replaceChildren(...findings.slice(0, 200).map(item));
  };
}

function item({ file, line, column, severity, message, hint, rule, link }: Finding): HTMLElement {
  const place = `${file}:${line}:${column}`;
  const where = link ? make("a", { href: link }, place) : make("span", {}, place);
  return make(
    "li",
    { class: severity },
    where,
    make("p", {}, message),
    ...(hint ? [make("p", { class: "hint" }, hint)] : []),
    make("small", {}, rule),
  );
}
