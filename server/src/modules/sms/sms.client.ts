import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../../config';
import { AppError } from '../../http/app-error';

const TIMEOUT_MS = 8_000;

export interface Sms {
  /** Mainland mobile. */
  phone: string;
  /** Which of the texts that were registered with the provider (docs/OPERATIONS.md has them all). */
  template: string;
  /** What goes into its gaps. */
  fields: Record<string, string>;
}

/** `later` = not sent, may be tried again; `unknown` = nobody can tell, so not to be sent again. */
export type SmsOutcome = 'sent' | 'refused' | 'later' | 'unknown';

/** The gateway that sends SMS: one POST a message, nothing retried here. */
@Injectable()
export class SmsClient {
  private readonly log = new Logger('SMS');

  constructor(private readonly config: Config) {}

  /** Whether a gateway is set up at all. */
  get on(): boolean {
    return this.config.sms !== null;
  }

  /** Throws SMS_OFF where nothing is set up. */
  async send({ phone, template, fields }: Sms): Promise<SmsOutcome> {
    const { sms } = this.config;
    if (!sms) throw new AppError('SMS_OFF');
    try {
      const answer = await fetch(sms.url, {
        method: 'POST',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: 'error',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${sms.token}` },
        body: JSON.stringify({ phone, template, fields }),
      });
      if (!answer.ok) this.log.warn({ status: answer.status, template }, 'SMS gateway refused');
      await answer.body?.cancel();
      if (answer.ok) return 'sent';
      return answer.status === 429 || answer.status === 503 ? 'later' : answer.status < 500 ? 'refused' : 'unknown';
    } catch (error) {
      const { code = (error as Error).name } = ((error as Error).cause ?? {}) as { code?: string };
      this.log.warn({ why: code, template }, 'SMS gateway away');
      return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(code) ? 'later' : 'unknown';
    }
  }
}
