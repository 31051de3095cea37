/** Text to HTML: what a person wrote stays text, in an element and in a quoted attribute. */

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] as string);

/** Attributes as text, each with a space before it; those without a value are left out, `true` stands alone. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`))
    .join("");
}

/** The address when a browser may open it: http, https, or a place in the page. */
export function safeHref(address: string | undefined): string | undefined {
  return address !== undefined && /^(?:https?:\/\/|#)/i.test(address) ? address : undefined;
}

/** The attributes of a link that leads to the web. */
export const outward = (href: string): string => attributes({ href, rel: "noopener noreferrer" });
