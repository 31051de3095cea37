/** Diagrams open large, in a box that scrolls and enlarges. */
import { all, make } from "./dom.ts";
import { t } from "./wording.ts";

const steps = [0.5, 0.75, 1, 1.5, 2, 3];

/** Returns what makes the diagrams of a part of the page open. */
export function zoom(): (root: ParentNode) => void {
  const stage = make("div", { class: "stage", tabindex: "0", role: "group", "aria-label": t("Diagram") });
  const name = make("span");
  const [smaller, larger, close] = ["Smaller", "Larger", "Close"].map((words) =>
    make("button", { type: "button" }, t(words)),
  ) as [HTMLButtonElement, HTMLButtonElement, HTMLButtonElement];
  const dialog = make(
    "dialog",
    { class: "zoomed", "aria-label": t("Diagram") },
    make("div", { class: "controls" }, name, smaller, larger, close),
    stage,
  );
  document.body.append(dialog);
  let image: HTMLImageElement | undefined;
  let scale = 1;
  const draw = (next: number) => {
    scale = next;
    if (image) image.style.width = `${Number(image.getAttribute("width")) * scale}px`;
    if (image) image.style.height = "auto";
  };
  const step = (by: 1 | -1) =>
    draw((by > 0 ? steps.find((size) => size > scale) : steps.findLast((size) => size < scale)) ?? scale);
  smaller.addEventListener("click", () => step(-1));
  larger.addEventListener("click", () => step(1));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return (root) => {
    for (const shown of all<HTMLImageElement>("figure.picture > img", root)) {
      const button = make("button", { type: "button", class: "zoom", "aria-label": `${t("Enlarge:")} ${shown.alt}` });
      shown.replaceWith(button);
      button.append(shown);
      button.addEventListener("click", () => {
        image = shown.cloneNode() as HTMLImageElement;
        name.textContent = shown.closest("figure")?.querySelector("figcaption")?.textContent ?? shown.alt;
        stage.replaceChildren(image);
        dialog.showModal();
        const width = Number(shown.getAttribute("width")) || 1;
        draw(Math.min(3, Math.max(1, (stage.clientWidth - 20) / width)));
      });
    }
  };
}
