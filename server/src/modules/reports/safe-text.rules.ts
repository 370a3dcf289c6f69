/** Signs a spreadsheet takes for the beginning of a formula, their full-width twins included. */
const FORMULA = /^\s*[=+\-@|＝＋－＠]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get into a cell
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

/** Half a letter, which no file in UTF-8 can hold. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text that no spreadsheet runs, from CSV or .xlsx, however it is saved again: no control sign, a quote before a formula's. */
export function safeText(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(CONTROL, ' ').replace(HALVES, '\ufffd');
  return FORMULA.test(plain) ? `'${plain}` : plain;
}
