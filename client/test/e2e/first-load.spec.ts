import { Visitor } from './browser';
import { opened } from './opening';

const here = opened();

/** What it is made of: docs/decisions/0010-client-cost.md. */
const MOST = 150_000;

test('the first page is on the screen with at most 150 kB over the wire, packed, and what has a hash is kept for ever', async () => {
  const visitor = await Visitor.come(here.browser, here.product.origin);
  const wire = await visitor.context.newCDPSession(visitor.page);
  let bytes = 0;
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await wire.send('Network.enable');
  const hashed: (string | undefined)[] = [];
  visitor.page.on('response', (reply) => {
    if (/\.[0-9a-f]{8}\.(js|css)$/.test(reply.url())) hashed.push(reply.headers()['cache-control']);
  });
  await visitor.page.goto(here.product.origin);
  await visitor.page.getByRole('link').filter({ visible: true }).first().waitFor();
  await visitor.page.waitForLoadState('networkidle');
  process.stdout.write(`first load: ${(bytes / 1000).toFixed(1)} kB\n`);
  expect(bytes).toBeLessThanOrEqual(MOST);
  expect(new Set(hashed)).toEqual(new Set(['public, max-age=31536000, immutable']));
  await visitor.leave();
});
