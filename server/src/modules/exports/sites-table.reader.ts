import { Injectable } from '@nestjs/common';
import type { WebhookDelivery as DeliveryWire, WebhookEvent } from '@openday/shared/webhooks';
import { MoreThan } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { inScope, unitNames } from '../organizers/scope.queries';
import { Webhook } from '../webhooks/webhook.entity';
import { presentDelivery } from '../webhooks/webhook.presenter';
import { WebhookDelivery } from '../webhooks/webhook-delivery.entity';
import { type Cell, type Column, inPieces, numbered, type Table } from './table.rules';
import { KIND_NAMES, momentWords } from './words.rules';

const PIECE = 500;

const EVENTS: Record<WebhookEvent, string> = {
  'session.published': '公布了一场',
  'session.changed': '改了一场',
  'session.cancelled': '取消了一场',
};

const STATES: Record<DeliveryWire['state'], string> = { waiting: '等着再发', delivered: '送到了', failed: '没送到' };

const COLUMNS: Column[] = [
  { title: '序号', width: 6 },
  { title: '接收地址', width: 44 },
  { title: '单位', width: 24 },
  { title: '状态', width: 8 },
  { title: '推送', width: 14 },
  { title: '时间', width: 18 },
  { title: '结果', width: 12 },
  { title: '发了几次', width: 10 },
  { title: '怎么了', width: 28 },
];

/** The sites of the caller's units, in the order they were set up: a line for all each was told, and one where it was not. */
@Injectable()
export class SitesTableReader {
  constructor(private readonly database: Database) {}

  async table(caller: Caller): Promise<Table> {
    const all = await this.found(caller)
      .leftJoin(WebhookDelivery, 'd', 'd.webhookId = w.id')
      .select('COUNT(*)', 'n')
      .getRawOne<{ n: number | string }>();
    return {
      name: KIND_NAMES.sites,
      columns: COLUMNS,
      total: Number(all?.n ?? 0),
      rows: () => numbered(this.lines(caller)),
    };
  }

  private async *lines(caller: Caller): AsyncGenerator<Cell[]> {
    const manager = this.database.read;
    const sites = await this.found(caller).orderBy('w.id').getMany();
    const units = await unitNames(manager, sites);
    for (const { id: webhookId, url, organizerId, pausedAt } of sites) {
      const site = [url, units.get(organizerId) ?? null, pausedAt ? '停着' : '在推'];
      let told = false;
      const after = (last: string) =>
        manager.find(WebhookDelivery, {
          where: { webhookId, id: MoreThan(last) },
          order: { id: 'ASC' },
          take: PIECE,
        });
      for await (const piece of inPieces(PIECE, after))
        for (const delivery of piece) {
          told = true;
          const { state } = presentDelivery(delivery);
          yield [
            ...[...site, EVENTS[delivery.event], momentWords(delivery.createdAt), STATES[state]],
            ...[delivery.tries, delivery.problem],
          ];
        }
      if (!told) yield [...site, ...Array<null>(5).fill(null)];
    }
  }

  private found(caller: Caller) {
    return inScope(this.database.read.createQueryBuilder(Webhook, 'w'), 'w', caller);
  }
}
