import type { Closing } from '@openday/shared/closing';
import type { StoredImage } from '@openday/shared/contract-images';
import sharp from 'sharp';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { startApp, type TestApp } from './support/app';
import { fetched, wordsOf } from './support/exported';
import { anOrganizer, aPublishedSession, theDistrict } from './support/factories';
import { upload } from './support/files';

let test_: TestApp;

beforeAll(async () => {
  test_ = await startApp();
});
afterAll(() => test_.stop());

/** Each stands in the zip with its bytes and once more in the directory. */
const picturesIn = (zip: Buffer): number => (zip.toString('latin1').split('word/media/').length - 1) / 2;

test('a closing report goes out for Word with its figures, its reasons and its photographs, before it is public and after', async () => {
  const desk = await theDistrict(test_);
  const { id: organizerId, name } = await anOrganizer(test_, { name: '湖畔区水务局', lng: 116.01, lat: 36.43 });
  const past = {
    ...{ organizerId, theme: '看看自来水怎么来', forms: ['visit', 'talk'], place: '一水厂' },
    ...{ startsAt: '2022-09-06T01:30:00.000Z', endsAt: '2022-09-06T03:00:00.000Z', planned: 15 },
    ...{ actual: 34, source: 'estimated', suggestions: 6, resolved: 2, line: '下月再办一次' },
    questionnaires: { handedOut: 50, returned: 48 },
  };
  const { sessionId } = (await desk.post<Closing>('/desk/past-sessions', past)).body;
  // What is recorded afterwards is public at once.
  await desk.post(`/sessions/${sessionId}/closing/unpublish`);
  const photos: string[] = [];
  for (const [width, height] of [
    [800, 600],
    [600, 800],
    [800, 500],
  ] as const) {
    const picture = sharp({
      create: { width, height, channels: 3, background: `rgb(${width / 4}, ${height / 4}, 90)` },
    });
    photos.push((await upload<StoredImage>(desk, await picture.jpeg().toBuffer(), 'a.jpg', {}, '/images')).body.sha);
  }
  await desk.patch(`/sessions/${sessionId}/closing`, {
    planReasons: ['interest'],
    planNote: '邻近小区也来了。',
    photos,
  });
  const file = () => fetched(test_, desk, `/sessions/${sessionId}/closing.docx`);
  const { status, headers, bytes } = await file();
  expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('wordprocessingml')]);
  expect(decodeURIComponent(String(headers['content-disposition']))).toContain('“看看自来水怎么来”活动总结.docx');
  const words = wordsOf(bytes);
  for (const said of [
    `${name}“看看自来水怎么来”活动总结`,
    `2022年9月6日上午，${name}在一水厂举办“看看自来水怎么来”活动。`,
    '一、活动内容活动采取现场观摩、座谈交流的形式。',
    '二、到场情况计划15人参加，实际到场约34人（估计）。实际到场比计划多19人，原因是：居民关心，自发来；邻近小区也来了。',
    '发放纸质问卷50份，收回48份。',
    '收到意见建议6条，其中办结2条。',
    '附件：活动照片',
  ])
    expect(words).toContain(said);
  expect(words).not.toMatch(/政策\d|公布的内容|签到/);
  expect(picturesIn(bytes)).toBe(3);
  await desk.patch(`/sessions/${sessionId}/closing`, { photosVouched: true });
  const { body } = await desk.post<Closing>(`/sessions/${sessionId}/closing/publish`);
  expect(wordsOf((await file()).bytes)).toContain(`五、向居民公布的内容${body.told?.replace(/\s/g, '')}下月再办一次`);
  expect(await test_.database.read.countBy(AuditEntry, { act: 'export.closing', targetId: sessionId })).toBe(2);
});

test('before a session is over there is no report to take along', async () => {
  const desk = await theDistrict(test_);
  const { id } = await aPublishedSession(desk);
  expect(await desk.refused('GET', `/sessions/${id}/closing.docx`)).toMatchObject({ status: 409, code: 'NOT_OVER' });
});
