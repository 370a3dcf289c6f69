import { Entity, Index } from 'typeorm';
import { CodeColumn, CountColumn, IdColumn, InstantColumn, PrimaryCode } from '../../database/columns';

/** What a key was answered with: a keyed hash of the body, a status and an id, never a name. Kept 7 days. */
@Entity('idempotency_keys')
export class IdempotencyKey {
  /** Keyed hash of account, route and the client's key. */
  @PrimaryCode(64) id: string;
  @CodeColumn(64) bodyHash: string;
  @CountColumn() status: number;
  @IdColumn() registrationId: string;
  @Index()
  @InstantColumn()
  createdAt: Date;
}
