import { counterAt, registrationCode, STEP_MS } from '@openday/shared/check-in-code';
import type { Registration, Ticket } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { Account } from './account';

const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));

/** A resident with a ticket, as far as a door has to do with them. */
export class TicketHolder {
  private constructor(
    private readonly account: Account,
    private readonly registration: Registration,
    readonly ticket: Ticket,
  ) {}

  /** Somebody new registers a party. */
  static async of(origin: string, name: string, session: SessionDetail, seats: number): Promise<TicketHolder> {
    const account = await Account.of(origin, 'resident', name);
    const registration = await account.register(session, seats);
    const ticket = await account.get<Ticket>(`/registrations/${registration.id}/ticket`);
    return new TicketHolder(account, registration, ticket);
  }

  async cancels(): Promise<void> {
    await this.account.post(`/registrations/${this.registration.id}/cancel`);
  }

  /** What their phone shows; a step ahead of now, so that it is fresh while a film of it runs. */
  code(): string {
    return this.signed(this.ticket);
  }

  /** A code for somebody else's party, made with the only key they have. */
  forges(other: TicketHolder): string {
    return this.signed(other.ticket);
  }

  private signed({ keyId, sessionId, registrationId, seats }: Ticket): string {
    const counter = counterAt(Date.now() + STEP_MS);
    const fields = { keyId, sessionId, registrationId, seats, counter, kind: 'live' } as const;
    return registrationCode(fields, bytes(this.ticket.codeKey));
  }
}
