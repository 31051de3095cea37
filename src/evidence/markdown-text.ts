/** Markdown without what a reader does not see: link targets, markup of code and emphasis, tags, comments. */

const longest = 2_000_000;

/** Words only matter here, so a few patterns do; each is linear. */
export function markdownText(markdown: string): string {
  return withoutComments(markdown.slice(0, longest))
    .replace(/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)/g, "]")
    .replace(/\]\[[^\]\n]*\]/g, "]")
    .replace(/<\/?[A-Za-z][^<>]*>/g, " ")
    .replace(/\{[^{}\n]*\}/g, " ")
    .replace(/[*_`~]/g, "");
}

function withoutComments(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let open = text.indexOf("<!--"); open >= 0; open = text.indexOf("<!--", at)) {
    const close = text.indexOf("-->", open);
    if (close < 0) break;
    kept.push(text.slice(at, open), " ");
    at = close + 3;
  }
  return kept.join("") + text.slice(at);
}
