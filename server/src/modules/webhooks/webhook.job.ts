import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { In, IsNull, LessThan } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Ids } from '../../database/ids';
import { Job } from '../../metrics/job';
import { gauge } from '../../metrics/metrics';
import { EventSession } from '../events/session.entity';
import { sessionRows } from '../events/sessions.queries';
import { SiteNews } from '../notifications/site-news.entity';
import { Organizer } from '../organizers/organizer.entity';
import { Vault } from '../privacy/vault.service';
import { WebhookClient } from './webhook.client';
import { Webhook } from './webhook.entity';
import { presentNews } from './webhook.presenter';
import { WebhookDelivery } from './webhook-delivery.entity';
import { LEASE_MS, nextTry, signature } from './webhook-delivery.rules';

const PIECE = 50;
const DAY_MS = 86_400_000;
const KEPT_DAYS = 30;

/**
 * Tells units' sites what happened: news is sorted to who listens, then each delivery is claimed by setting its next try
 * (a committed conditional UPDATE, so that every replica may run this), sent, and its outcome written. At least once.
 */
@Injectable()
export class WebhookJob {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly vault: Vault,
    private readonly sites: WebhookClient,
  ) {
    gauge('openday_webhooks_due', 'News that units’ sites should have by now', () =>
      database.read.countBy(WebhookDelivery, { nextAt: LessThan(new Date()) }),
    );
  }

  /** How many deliveries arrived. */
  @Interval('webhooks', 15_000)
  @Job
  async run(): Promise<number> {
    await this.sort();
    const arrived = await this.deliverDue();
    await this.forget();
    return arrived;
  }

  /** News to those who listen: sites of the session's unit and of the units above it. */
  private async sort(): Promise<void> {
    const news = await this.database.read.find(SiteNews, {
      where: { sortedAt: IsNull() },
      order: { id: 'ASC' },
      take: PIECE,
    });
    for (const one of news)
      await this.database.write(async (manager) => {
        const now = await databaseNow(manager);
        const claimed = await manager.update(SiteNews, { id: one.id, sortedAt: IsNull() }, { sortedAt: now });
        if (claimed.affected !== 1) return;
        const session = await manager.findOneBy(EventSession, { id: one.sessionId });
        const organizer = session?.publishedAt && (await manager.findOneBy(Organizer, { id: session.organizerId }));
        if (!organizer) return;
        const above = organizer.path.split('/').filter(Boolean);
        const hooks = await manager.findBy(Webhook, { organizerId: In(above), pausedAt: IsNull() });
        const deliveries = hooks.map(({ id }) => ({
          id: this.ids.next(),
          webhookId: id,
          newsId: one.id,
          event: one.event,
          sessionId: one.sessionId,
          tries: 0,
          status: null,
          problem: null,
          nextAt: now,
          deliveredAt: null,
          createdAt: one.createdAt,
        }));
        if (deliveries.length) await manager.insert(WebhookDelivery, deliveries);
      });
  }

  private async deliverDue(): Promise<number> {
    const now = await this.database.now();
    const due = await this.database.read
      .createQueryBuilder(WebhookDelivery, 'd')
      .innerJoin(Webhook, 'w', 'w.id = d.webhookId AND w.pausedAt IS NULL')
      .where('d.nextAt <= :now', { now })
      .orderBy('d.nextAt')
      .limit(PIECE)
      .getMany();
    const arrived = await Promise.all(due.map((one) => this.deliver(one)));
    return arrived.filter(Boolean).length;
  }

  private async deliver(due: WebhookDelivery): Promise<boolean> {
    const { id, webhookId } = due;
    const tries = due.tries + 1;
    const claimed = await this.database.write(async (manager) => {
      const until = new Date((await databaseNow(manager)).getTime() + LEASE_MS);
      return manager.update(WebhookDelivery, { id, tries: due.tries, deliveredAt: IsNull() }, { tries, nextAt: until });
    });
    if (claimed.affected !== 1) return false;
    const manager = this.database.read;
    const hook = await manager.findOneBy(Webhook, { id: webhookId });
    const [row] = await sessionRows(manager, [due.sessionId]);
    if (!hook || !row) return false;
    const now = await this.database.now();
    const body = JSON.stringify(presentNews(due, row, now));
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const sent = await this.sites.post(
      hook.url,
      {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'OpenDay',
        'x-openday-delivery': id,
        'x-openday-event': due.event,
        'x-openday-timestamp': timestamp,
        'x-openday-signature': signature(this.vault.openBytes(hook.secret).toString('base64url'), timestamp, body),
      },
      body,
    );
    // Written only while it is still ours: another replica took it over where this one was away for longer than its lease.
    await this.database.write(async (writing) => {
      const at = await databaseNow(writing);
      const outcome = sent.problem ? { nextAt: nextTry(tries, at) } : { nextAt: null, deliveredAt: at };
      await writing.update(WebhookDelivery, { id, tries }, { ...sent, ...outcome });
    });
    return sent.problem === null;
  }

  private async forget(): Promise<void> {
    const before = new Date((await this.database.now()).getTime() - KEPT_DAYS * DAY_MS);
    if (!(await this.database.read.existsBy(SiteNews, { createdAt: LessThan(before) }))) return;
    await this.database.write(async (manager) => {
      await manager.delete(WebhookDelivery, { createdAt: LessThan(before) });
      await manager.delete(SiteNews, { createdAt: LessThan(before) });
    });
  }
}
