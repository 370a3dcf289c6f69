/** What a file is by its first bytes; `old` is a format of the nineties, `locked` one with a password. */
export type FileKind = 'zip' | 'pdf' | 'xls' | 'old' | 'locked' | 'image' | 'html' | 'text' | 'unknown';

const MAGIC: readonly (readonly [FileKind, string])[] = [
  ['zip', '504b0304'],
  ['image', '89504e47'],
  ['image', 'ffd8ff'],
  ['image', '47494638'],
  ['image', '49492a00'],
  ['image', '4d4d002a'],
  ['image', '52494646'],
  // Rich text, which Word also saves as .doc.
  ['old', '7b5c727466'],
];
const OLE = 'd0cf11e0a1b11ae1';
/** HEIC and AVIF photos name themselves behind their length. */
const PHOTO = /^....ftyp(?:hei|hev|mif|avif)/s;
const MOST_HEAD = 4_096;

/** Tells a file by its bytes, never by its name. */
export function kindOf(bytes: Uint8Array): FileKind {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hex = all.toString('hex', 0, 8);
  const known = MAGIC.find(([, magic]) => hex.startsWith(magic))?.[0];
  if (known) return known;
  if (hex === OLE) return kindOfOle(all);
  const head = all.toString('latin1', 0, MOST_HEAD);
  if (head.slice(0, 1_024).includes('%PDF-')) return 'pdf';
  if (PHOTO.test(head) || /^BM.{4}\0\0\0\0/s.test(head)) return 'image';
  if (hasUtf16Mark(bytes)) return 'text';
  if (head.includes('\0')) return 'unknown';
  const start = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^(?:MIME-Version:|<\?mso-application|<\?xml[^>]*>\s*<\?mso-application)/i.test(start)) return 'old';
  if (/^<(?:!doctype html|html|head|meta|style|body|table|div)\b/i.test(start)) return 'html';
  return 'text';
}

/** Excel's "Unicode text". */
export function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** The container of .xls, .doc, .wps, .et and of everything with a password names its streams in UTF-16. */
function kindOfOle(bytes: Buffer): FileKind {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return 'locked';
  return holds('Workbook') && !holds('WordDocument') ? 'xls' : 'old';
}
