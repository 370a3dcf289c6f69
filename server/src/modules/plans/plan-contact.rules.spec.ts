import { contactsIn, readContacts } from './plan-contact.rules';

test.each<[string, string, string, string | null, string[]]>([
  ['a mobile', '张三 13800000001', '张三:13800000001', null, []],
  ['a landline on the next line', '张三\n0635-0000001', '张三:0635-0000001', null, []],
  ['an em dash', '张三 0635—0000001', '张三:0635-0000001', null, []],
  ['brackets', '办公室（0635）0000001', '办公室:0635-0000001', null, []],
  ['no area code', '张三 8000001', '张三:8000001', null, []],
  ['two numbers', '0635-0000011/0635-0000012', ':0635-0000011+0635-0000012', null, []],
  ['the second inherits the code', '0635-0000013,8000014', ':0635-0000013+0635-8000014', null, []],
  ['a name padded with a space', '刘 八 13800000002', '刘八:13800000002', null, ['spacing']],
  ['several people', '张三 13800000001 李四 13800000002', '张三:13800000001 李四:13800000002', null, []],
  ['names first, numbers after', '张三\n李四\n13800000001\n13800000002', '张三:13800000001 李四:13800000002', null, []],
  ['two people, one number', '张三、李四 0635-0000001', '张三:0635-0000001 李四:0635-0000001', null, []],
  ['labels', '联系人：张三 联系电话：0635-0000001', '张三:0635-0000001', null, []],
  ['a spaced mobile', '张三 138 0000 0001', '张三:13800000001', null, []],
  ['a number broken behind its dash', '张三 0635-\n0000001', '张三:0635-0000001', null, []],
  ['a number too short', '张三 1380000000', '张三:', null, ['contact_damaged']],
  ['something that does not belong', '张三 13800000001 9 月 11 日', '张三:13800000001', '9 月 11 日', []],
  ['a name behind its number', '0635-0000001（张三）', '张三:0635-0000001', null, []],
  ['a number over two lines', '张三\n138000000\n01', '张三:13800000001', null, []],
  ['what is said of a number', '0635-0000001（工作日）', ':0635-0000001', null, []],
  ['a long name', '阿依古丽·买买提 13800000001', '阿依古丽·买买提:13800000001', null, []],
  ['an extension', '0635-0000001转8001', ':0635-0000001转8001', null, []],
  ['nothing', '', '', null, []],
])('%s', (_, text, contacts, stray, codes) => {
  const got = readContacts(text);
  expect(got.contacts.map(({ name, phones }) => `${name}:${phones.join('+')}`).join(' ')).toBe(contacts);
  expect(got.stray).toBe(stray);
  expect(got.findings.map(({ code }) => code)).toEqual(codes);
});

test.each<[string, string | null]>([
  ['联系人：王小明，联系电话：0635-0000001。', '王小明 0635-0000001'],
  ['电话报名请致电0635-0000001。', '0635-0000001'],
  ['1.一水厂，预约电话：0635—0000001，联系人：李小红', '李小红 0635-0000001'],
  ['邮箱：abc13800000001@example.com', null],
  ['编号202500000001', null],
])('whom a sentence gives to call: %s', (text, contact) => {
  expect(contactsIn(text)).toBe(contact);
});
