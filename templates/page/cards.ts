/** Evidence at hand: pointing at or focusing a citation shows its source and facts, taken from the list of references. */
import { make, targetOf } from "./dom.ts";
import { t } from "./wording.ts";

const patience = { show: 120, hide: 260 } as const;

export function citationCards(): void {
  const card = make("div", {
    class: "card",
    popover: "manual",
    role: "dialog",
    "aria-label": t("Evidence"),
    tabindex: "-1",
    id: "evidence-card",
  });
  document.body.append(card);
  let of: HTMLAnchorElement | undefined;
  let timer = 0;
  let dismissing = false;

  const hide = () => {
    clearTimeout(timer);
    if (card.matches(":popover-open")) card.hidePopover();
    of?.setAttribute("aria-expanded", "false");
    of = undefined;
  };
  const show = (link: HTMLAnchorElement) => {
    clearTimeout(timer);
    if (of === link) return;
    hide();
    const content = contentOf(link);
    if (!content) return;
    of = link;
    card.replaceChildren(content);
    link.setAttribute("aria-expanded", "true");
    card.showPopover();
    card.scrollTop = 0;
    place(card, link);
  };
  const later = (work: () => void, wait: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(work, wait);
  };
  const citeAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLAnchorElement>("main a.cite") : null;

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = citeAt(event.target);
    if (link) later(() => show(link), patience.show);
    else if (card.contains(event.target as Node)) clearTimeout(timer);
    else if (of && !card.contains(document.activeElement) && document.activeElement !== of) later(hide, patience.hide);
    else if (!of) clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const link = citeAt(event.target);
    if (dismissing) return;
    if (link?.matches(":focus-visible")) show(link);
    else if (of && !link && !card.contains(event.target as Node)) hide();
  });
  document.addEventListener("click", (event) => {
    const link = citeAt(event.target);
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      show(link);
      // By keyboard the card becomes a place to be; a pointer stays where it is.
      if (event.detail === 0) card.focus();
    } else if (of && !card.contains(event.target as Node)) hide();
    else if (event.target instanceof Element && event.target.closest("a[href^='#']")) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !of) return;
    const back = card.contains(document.activeElement) ? of : undefined;
    hide();
    // The citation has the focus again, but its card was sent away.
    dismissing = true;
    back?.focus();
    dismissing = false;
  });
  addEventListener("resize", hide);
}

/** The reference's own words, and of its facts those that are cited; all when none is named. */
function contentOf(link: HTMLAnchorElement): DocumentFragment | undefined {
  const reference = targetOf(link);
  if (!reference) return undefined;
  const content = document.createDocumentFragment();
  const entry = reference.querySelector(":scope > p")?.cloneNode(true) as HTMLElement | undefined;
  if (entry) {
    entry.className = "source";
    content.append(entry);
  }
  const about = reference.querySelector(":scope > .about");
  if (about) content.append(about.cloneNode(true));
  const facts = factsOf(link);
  if (facts.length > 0) content.append(make("ul", {}, ...facts));
  const more = make(
    "p",
    { class: "more" },
    make("a", { href: link.hash }, `${t("Reference")} ${link.textContent?.match(/\[\d+\]/)?.[0] ?? ""}`),
  );
  const address = entry?.querySelector<HTMLAnchorElement>("a[href^='http']");
  if (address) more.append(make("a", { href: address.href, rel: "noopener noreferrer" }, t("Open the source")));
  content.append(more);
  return content;
}

/** Copies of the facts that a citation names. */
export function factsOf(link: HTMLAnchorElement): HTMLElement[] {
  const asked = link.dataset.facts?.split(" ");
  const facts = [...(targetOf(link)?.querySelectorAll<HTMLElement>("[data-fact]") ?? [])];
  const named = asked ? facts.filter(({ dataset }) => asked.includes(dataset.fact ?? "")) : [];
  return named.map((fact) => fact.cloneNode(true) as HTMLElement);
}

/** Below the citation, or above it where there is more room; never beyond an edge. */
function place(card: HTMLElement, link: HTMLElement): void {
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const gap = 8;
  const left = Math.min(Math.max(at.left - 24, gap), Math.max(gap, document.documentElement.clientWidth - width - gap));
  const below = at.bottom + gap + height <= innerHeight || at.top < height + gap;
  const top = below ? at.bottom + gap : at.top - height - gap;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}
