import type { Answer, Registrant } from '@openday/shared/registrations';
import { maskName } from '../privacy/masking.rules';
import type { Registration } from './registration.entity';

/** A registration with its name opened, and what was answered; ID numbers are not among it. */
export interface RegistrantRow {
  registration: Registration;
  name: string;
  quota: string;
  position: number | null;
  answers: Answer[];
}

export const presentRegistrant = ({ registration: r, name, quota, position, answers }: RegistrantRow): Registrant => ({
  id: r.id,
  status: r.status,
  name: maskName(name),
  phoneLast4: r.phoneLast4,
  seats: r.seats,
  children: r.children,
  quota: { id: r.quotaId, name: quota },
  enterprise: r.enterprise,
  onBehalfOf: r.relation && { relation: r.relation },
  position,
  ticketNo: r.ticketNo,
  confirmBy: r.confirmBy?.toISOString() ?? null,
  heldBackUntil: r.heldBackUntil?.toISOString() ?? null,
  endReason: r.endReason,
  answers,
  createdAt: r.createdAt.toISOString(),
});
