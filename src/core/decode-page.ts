/** Bytes of a page to its text, by the character set that a byte order mark, the server or the page itself names. */

/** Never throws: an unknown character set is read as UTF-8. */
export function decodePage(body: Uint8Array, charset?: string): string {
  const [first, second] = body;
  const marked = first === 0xfe && second === 0xff ? "utf-16be" : first === 0xff && second === 0xfe ? "utf-16le" : undefined;
  return decoder(marked ?? charset ?? declared(body) ?? "utf-8").decode(body);
}

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
