import { isPublicAddress, siteUrl } from './webhook-address.rules';

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.100.100.200',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'ff02::1',
  'not an address',
])('%s is not on the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['1.1.1.1', '223.5.5.5', '172.32.0.1', '2400:3200::1'])('%s is', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  'http://site.example.cn/hook',
  'ftp://site.example.cn/hook',
  'https://localhost/hook',
  'https://127.0.0.1/hook',
  'https://2130706433/hook',
  'https://0x7f.1/hook',
  'https://[::1]/hook',
  'https://[::ffff:127.0.0.1]/hook',
  'https://10.0.0.8/hook',
  'https://metadata.internal/',
  'https://database/hook',
  'https://user:pass@site.example.cn/',
  'https://site.example.cn:6379/',
  'javascript:alert(1)',
  'https://',
])('%s is refused', (url) => {
  expect(siteUrl(url, false)).toBeNull();
});

test('https on the public internet is taken, and this machine only where tests say so', () => {
  expect(siteUrl('https://site.example.cn/hook?a=1', false)).toBe('https://site.example.cn/hook?a=1');
  expect(siteUrl('http://127.0.0.1:8080/hook', false)).toBeNull();
  expect(siteUrl('http://127.0.0.1:8080/hook', true)).toBe('http://127.0.0.1:8080/hook');
  expect(siteUrl('http://192.168.0.1:8080/hook', true)).toBeNull();
});
