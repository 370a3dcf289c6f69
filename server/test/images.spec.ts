import { createHash } from 'node:crypto';
import type { StoredImage } from '@openday/shared/contract-images';
import type { EventDetail } from '@openday/shared/events';
import sharp from 'sharp';
import { In } from 'typeorm';
import { ImageUses1795325675129 as Embedded } from '../src/database/migrations/embedded/1795325675129-imageUses';
import { ImageUses1795325675129 as OnMariadb } from '../src/database/migrations/mariadb/1795325675129-imageUses';
import { EventSession } from '../src/modules/events/session.entity';
import { Image } from '../src/modules/images/image.entity';
import { ImagePiece } from '../src/modules/images/image-piece.entity';
import { ImageRetentionJob } from '../src/modules/images/image-retention.job';
import { ImageUse } from '../src/modules/images/image-use.entity';
import type { Answer, Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const photo = (width = 2000, height = 1000) => sharp({ create: { width, height, channels: 3, background: '#0a6c67' } });

/** With the place it was taken at, as phones write it. */
const withPlace = () =>
  photo()
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 26/1 0/1' } })
    .jpeg()
    .toBuffer();

function store<T = StoredImage>(who: Api, bytes: Buffer): Promise<Answer<T>> {
  const edge = 'edge';
  const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]);
  return who.post<T>('/images', body, { 'content-type': `multipart/form-data; boundary=${edge}` });
}

async function shown(sha: string, size: string): Promise<Buffer> {
  const answer = await test_.app.inject({ method: 'GET', url: `/api/images/${sha}?size=${size}` });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/jpeg']);
  return answer.rawPayload;
}

test('a picture is shown in two sizes, and where it was taken is left behind', async () => {
  const bytes = await withPlace();
  expect((await sharp(bytes).metadata()).exif).toBeDefined();
  const { status, body } = await store(desk, bytes);
  expect([status, body.width, body.height]).toEqual([201, 1600, 800]);
  const large = await sharp(await shown(body.sha, 'large')).metadata();
  expect([large.format, large.width, large.exif, large.xmp]).toEqual(['jpeg', 1600, undefined, undefined]);
  expect((await sharp(await shown(body.sha, 'small')).metadata()).width).toBe(480);
});

test('a picture of more than a column holds comes back byte for byte', async () => {
  const noise = sharp({
    create: {
      width: 1200,
      height: 900,
      channels: 3,
      background: '#000000',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });
  const { body } = await store(desk, await noise.png().toBuffer());
  const pieces = await test_.database.read.countBy(ImagePiece, { sha: body.sha, size: 'large' });
  expect(pieces).toBeGreaterThan(1);
  expect(
    createHash('sha256')
      .update(await shown(body.sha, 'large'))
      .digest('hex'),
  ).toBe(body.sha);
});

test('the same picture again is the same one, and png and webp are taken', async () => {
  const bytes = await photo(90, 60).png().toBuffer();
  const [first, again] = [await store(desk, bytes), await store(desk, bytes)];
  expect(again.body).toEqual(first.body);
  expect((await store(desk, await photo(80, 60).webp().toBuffer())).status).toBe(201);
});

test('what is no picture by its content is refused, whatever it is called', async () => {
  const refused = async (bytes: Buffer) => (await store<{ code: string }>(desk, bytes)).body.code;
  expect(await refused(Buffer.from('MZ not a picture'))).toBe('NOT_A_PICTURE');
  expect(await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).toBe(
    'NOT_A_PICTURE',
  );
  expect(await refused((await photo().jpeg().toBuffer()).subarray(0, 300))).toBe('NOT_A_PICTURE');
  expect(await refused(Buffer.alloc(5 * 1024 * 1024 + 1))).toBe('PICTURE_TOO_LARGE');
  expect(await desk.refused('POST', '/images', {})).toMatchObject({ code: 'BAD_FILE' });
});

test('a unit takes down its own pictures only, and then they are gone', async () => {
  const [own, other] = [await anOrganizer(test_), await anOrganizer(test_)];
  const [who, neighbour] = [await test_.as('organizer', own.name), await test_.as('organizer', other.name)];
  const { body } = await store(who, await photo(70, 50).jpeg().toBuffer());
  expect(await neighbour.refused('DELETE', `/images/${body.sha}`)).toMatchObject({ status: 404 });
  expect((await who.delete(`/images/${body.sha}`)).status).toBe(200);
  expect(await who.refused('GET', `/images/${body.sha}`)).toMatchObject({ status: 404 });
  for (const role of ['resident', 'staff'] as const) {
    const refused = await store(await test_.as(role), await photo(10, 10).jpeg().toBuffer());
    expect(refused.status).toBe(403);
  }
});

test('a picture is gone in the act by which the last that showed it lets go of it', async () => {
  const { sha } = (await store(desk, await photo(60, 40).jpeg().toBuffer())).body;
  const event = async () =>
    (await desk.post<EventDetail>('/events', { theme: '看一看', images: [{ sha, alt: '大厅' }] })).body;
  const [one, other] = [await event(), await event()];
  const session = await aPublishedSession(desk);
  const over = { startsAt: new Date(Date.now() - 7_200_000), endsAt: new Date(Date.now() - 3_600_000) };
  await test_.database.write((manager) => manager.update(EventSession, { id: session.id }, over));
  const report = (photos: string[]) => desk.patch(`/sessions/${session.id}/closing`, { photos });
  await report([sha]);
  await desk.patch(`/events/${one.id}`, { images: [] });
  await desk.delete(`/events/${other.id}`);
  expect((await desk.get(`/images/${sha}`)).status).toBe(200);
  await report([]);
  expect(await desk.refused('GET', `/images/${sha}`)).toMatchObject({ status: 404 });
  const left = [
    await test_.database.read.countBy(Image, { sha }),
    await test_.database.read.countBy(ImagePiece, { sha }),
  ];
  expect(left).toEqual([0, 0]);
  expect(await desk.refused('PATCH', `/events/${one.id}`, { images: [{ sha, alt: '大厅' }] })).toMatchObject({
    code: 'IMAGE_UNKNOWN',
  });
});

test('a picture that was sent and never shown goes after a week; what is shown stays', async () => {
  const sent = async (width: number) => (await store(desk, await photo(width, 30).jpeg().toBuffer())).body.sha;
  const [used, unused] = [await sent(50), await sent(51)];
  await desk.post('/events', { theme: '看一看', images: [{ sha: used, alt: '大厅' }] });
  const aWeekAgo = new Date(Date.now() - 7 * 86_400_000 - 1000);
  await test_.database.write((manager) => manager.update(Image, { sha: In([used, unused]) }, { createdAt: aWeekAgo }));
  const fresh = await sent(52);
  expect(await test_.app.get(ImageRetentionJob).run()).toBe(1);
  const status = async (sha: string) => (await desk.get(`/images/${sha}`)).status;
  expect([await status(used), await status(unused), await status(fresh)]).toEqual([200, 404, 200]);
});

test('what was shown before it was kept what shows a picture is no picture that nothing shows', async () => {
  const { sha } = (await store(desk, await photo(49, 30).jpeg().toBuffer())).body;
  await desk.post('/events', { theme: '看一看', images: [{ sha, alt: '大厅' }] });
  const runner = test_.database.read.connection.createQueryRunner();
  const migration = new (onMariadb ? OnMariadb : Embedded)();
  await migration.down(runner);
  await migration.up(runner);
  await runner.release();
  expect(await test_.database.read.countBy(ImageUse, { sha })).toBe(1);
});
