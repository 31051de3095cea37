/** The document that draws: Mermaid, loaded once, and a function that turns the text of a diagram into lean, static SVG. */
import { mermaidConfig } from "./config.ts";

/** What `draw(code)` answers in the page. */
export type Drawn = { readonly svg: string } | { readonly error: string; readonly text?: string };

/** The id of the root while it is drawn; the clean-up gives the lasting ones. */
export const drawingId = "drawing";

/** A document that can't load anything but its own script, even where a browser would. */
export function drawingPage(mermaidUrl: string): string {
  const policy = "default-src 'none'; script-src file:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<style>body { margin: 0; width: 1200px; }</style></head>
<body><script src="${mermaidUrl}"></script></body></html>
`;
}

/**
 * Runs once in a fresh page; it comes through the debugger, which the policy lets pass. What was drawn is put back into
 * the document so that the browser's own selectors tell which style rules and classes count.
 */
export const setUp = `(() => {
  // Time stands still and chance repeats itself: a picture depends on its text alone. (A task without a date starts
  // "today", and some layouts throw dice.)
  const RealDate = Date;
  const still = RealDate.UTC(2000, 0, 1);
  globalThis.Date = class extends RealDate {
    constructor(...parts) { if (parts.length === 0) super(still); else super(...parts); }
    static now() { return still; }
  };
  let seed = 1;
  Math.random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;

  mermaid.initialize(${JSON.stringify(mermaidConfig)});
  const holder = document.body.appendChild(document.createElement("div"));

  const usedRules = (svg) => {
    const used = [];
    for (const style of svg.querySelectorAll("style")) {
      for (const rule of style.sheet.cssRules) {
        if (rule instanceof CSSKeyframesRule) { used.push(rule); continue; }
        if (!(rule instanceof CSSStyleRule) || rule.style.length === 0) continue;
        const selectors = rule.selectorText.split(",").map((text) => text.trim())
          .filter((text) => !text.includes(":") && (svg.matches(text) || svg.querySelector(text)));
        if (selectors.length > 0) used.push({ cssText: selectors.join(", ") + " { " + rule.style.cssText + " }" });
      }
      style.remove();
    }
    const named = used.map((rule) => rule.cssText).join("\\n") + svg.outerHTML;
    return used.filter((rule) => !(rule instanceof CSSKeyframesRule) || named.includes("animation: ") && named.includes(rule.name))
      .map((rule) => rule.cssText.replace(/\\s+/g, " "));
  };

  const lean = (svg) => {
    // The line for today would stand at the day of the build.
    for (const today of svg.querySelectorAll("g.today")) today.remove();
    const css = usedRules(svg).join("\\n");
    const styled = new Set(css.match(/\\.[\\w-]+/g));
    for (const element of [svg, ...svg.querySelectorAll("*")]) {
      const classes = [...element.classList].filter((name) => styled.has("." + CSS.escape(name)));
      if (classes.length > 0) element.setAttribute("class", classes.join(" "));
      else element.removeAttribute("class");
      for (const { name } of [...element.attributes]) if (name.startsWith("data-")) element.removeAttribute(name);
    }
    for (const group of svg.querySelectorAll("g:empty, defs:empty")) group.remove();
    if (css) {
      const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
      style.textContent = css;
      svg.prepend(style);
    }
  };

  globalThis.draw = async (code) => {
    seed = 1;
    try {
      const { svg } = await mermaid.render(${JSON.stringify(drawingId)}, code);
      holder.innerHTML = svg;
      const root = holder.querySelector("svg");
      if (!root) return { error: "Mermaid drew nothing." };
      if (root.getAttribute("aria-roledescription") === "error") return { error: "Mermaid drew its picture of an error." };
      lean(root);
      return { svg: new XMLSerializer().serializeToString(root) };
    } catch (error) {
      return { error: String(error?.message ?? error), text: error?.hash?.text };
    } finally {
      holder.innerHTML = "";
      document.querySelectorAll("body > :not(script, div), body > div[id]").forEach((left) => left.remove());
    }
  };
  return true;
})()`;
