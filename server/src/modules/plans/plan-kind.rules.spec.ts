import { kindOf } from './plan-kind.rules';

const ole = (name: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(name, 'utf16le')]);

test.each<[string, Buffer]>([
  ['zip', Buffer.from('504b030414', 'hex')],
  ['pdf', Buffer.from('\n%PDF-1.4 …')],
  ['xls', ole('Workbook')],
  ['old', ole('WordDocument')],
  ['old', Buffer.from('{\\rtf1')],
  ['old', Buffer.from('MIME-Version: 1.0\nX-Document-Type: Workbook')],
  ['locked', ole('EncryptedPackage')],
  ['image', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['image', Buffer.from('\0\0\0\x18ftypheic')],
  ['html', Buffer.from('\ufeff <!DOCTYPE html><html>')],
  ['html', Buffer.from('<table><tr><td>')],
  ['text', Buffer.from('序号,时间')],
  ['text', Buffer.from('\ufeff序号', 'utf16le')],
  ['unknown', Buffer.from('MZ\0\x03')],
])('%s is told by its first bytes', (kind, bytes) => {
  expect(kindOf(bytes)).toBe(kind);
});
