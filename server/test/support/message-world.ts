import { randomUUID } from 'node:crypto';
import type { Account as Me } from '@openday/shared/auth';
import type { Message, MessageCredit, PhoneCall } from '@openday/shared/messages';
import type { SessionDetail } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { Identity } from '../../src/modules/accounts/identity.entity';
import { DeliveryJob } from '../../src/modules/messages/delivery.job';
import { MessageDelivery } from '../../src/modules/messages/message-delivery.entity';
import { Vault } from '../../src/modules/privacy/vault.service';
import type { Api } from './api';
import { startApp, type TestApp } from './app';
import { inHours, theDistrict } from './factories';
import { FakeWechat } from './fake-wechat';
import { type OutsideServer, serveOutside } from './outside-server';

export const template = (topic: string) => `template-of-openday-${topic}`;
const FIELDS = 'thing1=theme time2=when thing3=where phrase4=status thing5=what';

export interface Person {
  api: Api;
  id: string;
  openid: string;
}

/** A server that sends: to the fake WeChat, and by a gateway that takes every SMS. */
export class MessageWorld {
  private constructor(
    readonly fake: FakeWechat,
    private readonly gateway: OutsideServer,
    readonly app: TestApp,
    readonly desk: Api,
    /** What the SMS gateway was asked to send. */
    readonly texts: { phone: string; template: string; fields: Record<string, string> }[],
  ) {}

  static async start(env: Record<string, string> = {}): Promise<MessageWorld> {
    const texts: MessageWorld['texts'] = [];
    const fake = await FakeWechat.start();
    const gateway = await serveOutside((_, body, response) => {
      texts.push(JSON.parse(body) as MessageWorld['texts'][number]);
      response.writeHead(200).end();
    });
    const topics = ['places', 'changes', 'reminders', 'dates', 'work'];
    const templates = topics.map((topic) => [`WECHAT_TEMPLATE_${topic.toUpperCase()}`, `${template(topic)} ${FIELDS}`]);
    const app = await startApp({
      ...fake.env,
      ...(Object.fromEntries(templates) as Record<string, string>),
      ...{ WECHAT_TIMEOUT_MS: '30000', SMS_URL: gateway.url, SMS_TOKEN: 'sixteen-letters-of-it', QUIET_HOURS: 'off' },
      ...env,
    });
    return new MessageWorld(fake, gateway, app, await theDistrict(app), texts);
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await this.gateway.close();
    await this.fake.close();
  }

  forget(): void {
    this.fake.sent.length = 0;
    this.fake.calls.length = 0;
    this.texts.length = 0;
  }

  /** A resident known to WeChat, who allowed one message of each of these. */
  async person(...topics: string[]): Promise<Person> {
    const api = await this.app.as('resident', `某人${randomUUID().slice(0, 8)}`);
    const { id } = (await api.get<Me>('/me')).body;
    const openid = `o${randomUUID()}`;
    const value = this.app.app.get(Vault).seal(openid);
    const keyIndex = randomUUID().replaceAll('-', '').padEnd(64, '0');
    await this.app.database.write((manager) =>
      manager.insert(Identity, { keyIndex, accountId: id, kind: 'wechat', value, provenAt: new Date() }),
    );
    for (const topic of topics) this.fake.accept(openid, template(topic));
    if (topics.length) await api.post('/me/message-credits', { key: randomUUID(), topics });
    return { api, id, openid };
  }

  /** Until nothing is due; the first may be a look that had begun before. */
  async deliver(app = this.app.app): Promise<void> {
    await app.get(DeliveryJob).look();
    await app.get(DeliveryJob).look();
  }

  /** To another hour, which everybody in it is told. */
  async move(session: SessionDetail, hours = 60, by = this.desk): Promise<void> {
    const times = { startsAt: inHours(hours), endsAt: inHours(hours + 2) };
    await by.patch(`/sessions/${session.id}`, { ...times, confirm: true, reason: '场地检修' });
  }

  async credit({ api }: Person, topic: string): Promise<number | undefined> {
    const { items } = (await api.get<{ items: MessageCredit[] }>('/me/message-credits')).body;
    return items.find((one) => one.topic === topic)?.left;
  }

  async inbox({ api }: Person): Promise<Message[]> {
    return (await api.get<Page<Message>>('/me/messages')).body.items;
  }

  async calls(session: SessionDetail, query = '', who = this.desk): Promise<PhoneCall[]> {
    const { items } = (await who.get<Page<PhoneCall>>(`/desk/calls?limit=100${query}`)).body;
    return items.filter((one) => one.session.id === session.id);
  }

  deliveries({ id }: Person): Promise<MessageDelivery[]> {
    return this.app.database.read.findBy(MessageDelivery, { accountId: id });
  }
}
