/** Digits of other scripts, place for place as ASCII's, so that a figure is one however it is typed. */

/** Full-width, Arabic, Devanagari and other decimal digits, and the per cent signs that go with them. */
export function asciiDigits(text: string): string {
  if (!/[\u0660-\u1fff\ua620-\uffff]/.test(text)) return text;
  return text.replace(/[％٪﹪]/g, "%").replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    // A digit of two units would move what stands behind it.
    if (digit.length > 1) return digit;
    let zero = digit.charCodeAt(0);
    while (/\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero -= 1;
    return String((digit.charCodeAt(0) - zero) % 10);
  });
}
