/** The contents beside the text: marks the section that is read, and opens on a small screen. */
import { all, byId, targetOf } from "./dom.ts";

/** Returns what makes it look for its headings again, or nothing on a page without contents. */
export function rail(): (() => void) | undefined {
  const nav = byId("rail");
  const menu = document.querySelector<HTMLButtonElement>(".menu");
  if (!nav) return undefined;
  const links = all<HTMLAnchorElement>("a", nav);
  const found = () =>
    links
      .map((link) => ({ link, heading: targetOf(link) }))
      .filter((pair): pair is { link: HTMLAnchorElement; heading: HTMLElement } => pair.heading !== null);
  let headings = found();
  let current: HTMLAnchorElement | undefined;
  const mark = (link: HTMLAnchorElement | undefined) => {
    if (link === current) return;
    current?.removeAttribute("aria-current");
    for (const item of all(".near", nav)) item.classList.remove("near");
    current = link;
    link?.setAttribute("aria-current", "true");
    for (let item = link?.closest("li"); item; item = item.parentElement?.closest("li")) item.classList.add("near");
    if (link && nav.offsetParent !== null) follow(nav, link);
  };
  let asked = false;
  const read = () => {
    asked = false;
    const line = innerHeight * 0.25;
    let low = 0;
    let high = headings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((headings[middle]?.heading.getBoundingClientRect().top ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    mark((headings[low - 1] ?? headings[0])?.link);
  };
  const ask = () => {
    if (!asked) requestAnimationFrame(read);
    asked = true;
  };
  addEventListener("scroll", ask, { passive: true });
  addEventListener("resize", ask, { passive: true });
  read();

  const open = (is: boolean) => {
    nav.classList.toggle("open", is);
    menu?.setAttribute("aria-expanded", String(is));
    if (is) (current ?? links[0])?.focus();
  };
  menu?.addEventListener("click", () => open(!nav.classList.contains("open")));
  nav.addEventListener("click", (event) => {
    if ((event.target as Element).closest("a")) open(false);
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !nav.classList.contains("open")) return;
    open(false);
    menu?.focus();
  });
  return () => {
    headings = found();
    ask();
  };
}

/** Scrolls the rail alone, never the page. */
function follow(nav: HTMLElement, link: HTMLElement): void {
  const [box, place] = [nav.getBoundingClientRect(), link.getBoundingClientRect()];
  if (place.top < box.top + 40 || place.bottom > box.bottom - 40) nav.scrollTop += place.top - box.top - box.height / 3;
}
