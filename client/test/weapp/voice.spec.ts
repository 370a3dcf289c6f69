import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DeskSuggestion } from '@openday/shared/suggestions';
import { Account } from '../support/account';
import { type Product, startProduct } from '../support/product';
import { Bundle } from './host/bundle';
import { Phone } from './host/phone';

const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
const LINE = '东门的路灯晚上不亮';
/** Longer than a busy server takes to publish and register. */
const SOON_MS = 10_000;
let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

/** Somebody's phone, opened at a page. */
function phoneOf(account: Account, at: string): Phone {
  const storage = join(product.folder, 'voice.json');
  writeFileSync(storage, JSON.stringify([['tokens', { json: JSON.stringify(account.tokens), encrypted: false }]]));
  return Phone.launch({ bundle, origin: product.origin, storage }, { at });
}

test('on the phone somebody rates, says a line, follows it, and sends it back when nothing changed', async () => {
  const unit = await Account.of(product.origin, 'organizer');
  const who = await Account.of(product.origin, 'resident', '尉迟女士');
  const startsAt = new Date(Date.now() + SOON_MS).toISOString();
  const session = await unit.publishes('垃圾分类体验日', { startsAt, closesAt: startsAt });
  await who.register(session, 1);
  await wait(Date.parse(startsAt) - Date.now() + 300);

  const phone = phoneOf(who, `voice/rate/index?session=${session.id}`);
  try {
    await phone.sees('还有 2 个问题没选');
    await phone.tap('很满意');
    await phone.tap('没说清');
    await phone.type('还想说一句', LINE);
    await phone.sees('提交，并转给');
    await phone.until('the button', () => (phone.words.includes('还有') ? null : true));
    await phone.tap(`提交，并转给${session.organizer.name}`);
    await phone.sees('记下了，谢谢您');
    await phone.tap('看办到哪一步');
    await phone.isAt('voice/suggestion/index');
    await phone.sees(LINE);
    await phone.sees('等单位收下');

    const { items } = await unit.get<{ items: DeskSuggestion[] }>('/desk/suggestions?stage=new');
    const { id } = items.find(({ text }) => text === LINE) ?? { id: '' };
    await unit.post(`/suggestions/${id}/take`);
    await unit.post(`/suggestions/${id}/answer`, { text: '三盏灯已经换好' });
    phone.back();
    await phone.tap('看办到哪一步');
    await phone.sees('三盏灯已经换好');
    await phone.tap('没解决');
    await phone.tap('提交评价：没解决');
    await phone.sees('退回去了，等单位再办');
    expect((await unit.get<DeskSuggestion>(`/desk/suggestions/${id}`)).state).toBe('reopened');
    expect(phone.errors).toEqual([]);
  } finally {
    phone.close();
  }
});
