/** Bytes of a page to its text, by the character set that a byte order mark, the server or the page itself names. */

/** Never throws: an unknown character set is read as UTF-8. */
export function decodePage(body: Uint8Array, charset?: string): string {
  const [first, second] = body;
  const marked =
    first === 0xfe && second === 0xff ? "utf-16be" : first === 0xff && second === 0xfe ? "utf-16le" : undefined;
  const chosen = decoder(marked ?? charset ?? declared(body) ?? "utf-8");
  const text = chosen.decode(body);
  return chosen.encoding === "windows-1252"
    ? text.replace(/[\u0080-\u009f]/g, (control) => windows1252[control.charCodeAt(0) - 0x80] ?? control)
    : text;
}

/** What 0x80 to 0x9F are in windows-1252, which Latin-1 means on the web; some versions of Node decode them as control characters. */
const windows1252 = [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"];

/** `<meta charset=…>` or its older form within the first kilobyte, as browsers look for it. */
function declared(body: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(body.subarray(0, 1024));
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,40})/i.exec(head)?.[1];
}

function decoder(label: string) {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder("utf-8");
  }
}
