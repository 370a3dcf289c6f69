import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Role } from '@openday/shared/auth';
import type { DoorSession } from '@openday/shared/check-in';
import type { PlanImport } from '@openday/shared/plans';
import type { Registration } from '@openday/shared/registrations';
import type { SessionCard, SessionDetail } from '@openday/shared/sessions';
import { Account } from '../support/account';
import { type Product, startProduct } from '../support/product';
import { Bundle } from './host/bundle';
import { Phone } from './host/phone';

const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
const WHO: Record<string, Role> = { '': 'resident', 'staff/': 'staff', 'organizer/': 'district' };
let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

/** The id a page is opened with, from the demo. */
async function idFor(route: string, account: Account): Promise<string> {
  const first = async <T>(path: string) => (await account.get<{ items: T[] }>(path)).items[0];
  if (route.startsWith('staff/')) return (await first<DoorSession>('/check-in/sessions'))?.id ?? '';
  if (route === 'organizer/plan-review/index') {
    return (await account.post<PlanImport>('/plan-imports', { text: sheet(36), title: '开放月计划', year: 2026 })).id;
  }
  if (/^more\/(ticket|slip)\//.test(route)) return (await first<Registration>('/registrations'))?.id ?? '';
  if (route === 'voice/suggestion/index') {
    const said = { kind: 'suggestion', text: '东门的路灯晚上不亮' };
    return (await account.post<{ id: string }>('/suggestions', said)).id;
  }
  if (route === 'more/draw/index') return (await drawnSession()).id;
  if (/^(organizer\/(session|setup)|voice\/rate)\//.test(route))
    return (await first<SessionCard>('/sessions'))?.id ?? '';
  return (await first<SessionCard>('/sessions'))?.eventId ?? '';
}

/** A session whose seats go by lot. */
async function drawnSession(): Promise<SessionDetail> {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const draw = { drawsAt: inMinutes(40), publicSource: '当天福彩 3D 开奖号' };
  const desk = await Account.of(product.origin, 'district');
  return desk.publishes('看污水怎样变成清水', { mode: 'draw', closesAt: inMinutes(30), draw });
}

/** A plan as text, with so many rows that say neither a day nor a place. */
function sheet(rows: number): string {
  const row = (n: number) =>
    `${n}\t9月上旬\t走进第${n}便民服务中心\t参观大厅，座谈交流\t20人\t许营镇\t办公室 0635-0000001`;
  const head = '序号\t时间\t主题\t内容\t人数\t承办单位\t联系人';
  return [head, ...Array.from({ length: rows }, (_, n) => row(n + 1))].join('\n');
}

test.each(bundle.routes)('%s opens on the phone of whom it is for, without errors', async (route) => {
  const account = await Account.of(product.origin, WHO[bundle.packageOf(route)] ?? 'resident');
  const storage = join(product.folder, `${route.replaceAll('/', '-')}.json`);
  writeFileSync(storage, JSON.stringify([['tokens', { json: JSON.stringify(account.tokens), encrypted: false }]]));
  const name = route === 'voice/rate/index' ? 'session' : 'id';
  const at = `${route}?${name}=${await idFor(route, account)}`;
  const phone = Phone.launch({ bundle, origin: product.origin, storage }, { at });
  try {
    await phone.until('the page', () => (phone.opened[0]?.mostNodes && phone.network.idle ? true : null));
    expect(phone.errors).toEqual([]);
    for (const page of phone.opened) {
      expect(page.largestSet).toBeLessThanOrEqual(256 * 1024);
      expect(page.mostNodes).toBeLessThan(1000);
    }
  } finally {
    phone.close();
  }
});
