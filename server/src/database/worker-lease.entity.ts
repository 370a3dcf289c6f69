import { Entity, PrimaryColumn } from 'typeorm';
import { CodeColumn, InstantColumn } from './columns';

@Entity('worker_leases')
export class WorkerLease {
  @PrimaryColumn({ type: 'int' }) worker: number;
  @CodeColumn(36) holder: string;
  @InstantColumn() expiresAt: Date;
}
