import { Entity, Index } from 'typeorm';
import { CodeColumn, CountColumn, InstantColumn, JsonColumn, PrimaryId, TextColumn } from '../../database/columns';

/** 抽签: what was promised before registration opened, and what came of it. */
@Entity('draws')
export class Draw {
  @PrimaryId() sessionId: string;
  /** SHA-256 of the secret, hex. */
  @CodeColumn(64) commitment: string;
  /** 32 bytes, sealed; public once drawn. */
  @CodeColumn(200) secret: string;
  @Index()
  @InstantColumn()
  drawsAt: Date;
  @TextColumn(60, { nullable: true }) publicSource: string | null;
  @TextColumn(60, { nullable: true }) publicNumber: string | null;
  /** Of the list as it stood when registration closed. */
  @CodeColumn(64, { nullable: true }) listHash: string | null;
  @CodeColumn(64, { nullable: true }) seed: string | null;
  @InstantColumn({ nullable: true }) drawnAt: Date | null;
  /** Seats there were to give when it was drawn. */
  @JsonColumn({ nullable: true }) pools: { name: string; capacity: number }[] | null;
  @CountColumn({ nullable: true, default: null }) ceiling: number | null;
}
