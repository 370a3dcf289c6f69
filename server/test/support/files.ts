import { crc32, deflateRawSync } from 'node:zlib';
import type { ErrorBody } from '@openday/shared/wire';
import type { Answer, Api } from './api';

/** Sends a file to be imported, with the fields of the form beside it. */
export function upload<T = ErrorBody>(
  desk: Api,
  bytes: Buffer,
  name = 'plan.xlsx',
  fields: Record<string, string> = {},
  path = '/plan-imports',
): Promise<Answer<T>> {
  const boundary = 'x'.repeat(30);
  const head = (disposition: string) => `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`;
  const body = Buffer.concat([
    ...Object.entries(fields).map(([key, value]) => Buffer.from(`${head(`name="${key}"`)}${value}\r\n`)),
    Buffer.from(head(`name="file"; filename="${name}"`)),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return desk.call<T>('POST', path, body, { 'content-type': `multipart/form-data; boundary=${boundary}` });
}

/** A zip of deflated parts; `claims` is the size it says a part has. */
export function zip(parts: Record<string, Buffer | string>, claims?: number): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [path, part] of Object.entries(parts)) {
    const content = Buffer.from(part);
    const name = Buffer.from(path);
    const packed = deflateRawSync(content, { level: 9 });
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(content), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(claims ?? content.length, 8);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    sizes.copy(local, 14);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    sizes.copy(entry, 16);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, name, packed);
    entries.push(entry, name);
    offset += local.length + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** word/document.xml around a body of WordprocessingML. */
export function wordXml(body: string, before = ''): string {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `<?xml version="1.0"?>${before}<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`;
}

/** One paragraph of Word. */
export const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** Rows of plain cells as a table of Word. */
export function wordTable(rows: readonly string[][]): string {
  const cells = (row: readonly string[]) => row.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** A PDF of so many pages with the same drawing; `trailer` is put into its trailer. */
export function pdf(
  pages: number,
  drawing = 'BT /F1 12 Tf 50 700 Td (An open day, and no more than that) Tj ET',
  trailer = '',
): Buffer {
  const kids = Array.from({ length: pages }, (_, i) => `${4 + i * 2} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${kids}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  for (let i = 0; i < pages; i += 1) {
    const resources = '/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>';
    objects.push(`<</Type/Page/Parent 2 0 R${resources}/Contents ${5 + i * 2} 0 R>>`);
    objects.push(`<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream`);
  }
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const end = `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table + end, 'latin1');
}
