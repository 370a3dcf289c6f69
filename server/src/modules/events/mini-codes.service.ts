import { Injectable } from '@nestjs/common';
import { type Scene, sceneOf } from '@openday/shared/scenes';
import { IsNull, Not } from 'typeorm';
import { Database } from '../../database/database';
import { AppError } from '../../http/app-error';
import { WechatClient } from '../wechat/wechat.client';
import { Event } from './event.entity';
import { EventSession } from './session.entity';

/** Where a mini code opens the mini program; the page reads the scene (`shared/src/scenes.ts`). */
const PAGES = { event: 'pages/event/index', session: 'pages/event/index', door: 'staff/join/index' };
/** Pictures kept in this process, to ask WeChat less: the same scene is the same picture. */
const MOST_KEPT = 200;

/** 小程序码 */
@Injectable()
export class MiniCodesService {
  private readonly kept = new Map<string, Buffer>();

  constructor(
    private readonly database: Database,
    private readonly wechat: WechatClient,
  ) {}

  /** Throws NOT_FOUND for what residents cannot see, and what WechatClient throws. */
  async ofEvent(id: string): Promise<Buffer> {
    const event = await this.database.read.findOneBy(Event, { id });
    if (!event || event.state === 'draft' || event.state === 'submitted') throw new AppError('NOT_FOUND');
    return this.picture({ kind: 'event', id });
  }

  async ofSession(id: string): Promise<Buffer> {
    const public_ = await this.database.read.existsBy(EventSession, { id, publishedAt: Not(IsNull()) });
    if (!public_) throw new AppError('NOT_FOUND');
    return this.picture({ kind: 'session', id });
  }

  /** An invite's, which is a secret: kept nowhere. Throws SCENE_TOO_LONG before WeChat is asked. */
  ofDoor(token: string): Promise<Buffer> {
    return this.wechat.miniCode(sceneOf({ kind: 'door', token }), PAGES.door);
  }

  private async picture(scene: Scene): Promise<Buffer> {
    const text = sceneOf(scene);
    const kept = this.kept.get(text) ?? (await this.wechat.miniCode(text, PAGES[scene.kind]));
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(text, kept);
    return kept;
  }
}
