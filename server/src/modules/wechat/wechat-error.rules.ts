import type { ErrorCode } from '@openday/shared/errors';
import { AppError } from '../../http/app-error';

/** What WeChat's numbers mean to who asked; every other one is a setting of ours that is wrong. */
const MEANS: Record<number, ErrorCode> = {
  [-1]: 'WECHAT_BUSY',
  45011: 'WECHAT_BUSY',
  45009: 'WECHAT_QUOTA',
  45029: 'WECHAT_QUOTA',
  40029: 'WECHAT_CODE',
  40163: 'WECHAT_CODE',
  41008: 'WECHAT_CODE',
  40226: 'WECHAT_BLOCKED',
};

/** The token is not good any more: another one, and the call may be made again. */
const STALE = [40001, 40014, 42001];

/** WeChat refused, or gave no answer one can read. */
export class WechatError extends AppError {
  constructor(
    /** WeChat's own number; null = time-out, cut connection, a page instead of an answer. */
    readonly errcode: number | null,
    /** WeChat's own words or the network's, for the log. */
    readonly why: string,
    /** Whether WeChat may have acted on the call all the same. */
    readonly uncertain = false,
  ) {
    super(errcode === null ? 'WECHAT_BUSY' : (MEANS[errcode] ?? 'WECHAT_SETUP'));
  }

  get stale(): boolean {
    return STALE.includes(this.errcode ?? 0);
  }
}

/** What became of a subscription message. */
export type Delivery =
  | 'sent'
  /** Refused by the person: no credit is left, and it is not sent again. */
  | 'noCredit'
  /** WeChat knows nobody by this openid. */
  | 'nobody'
  /** The template, its fields or the page are set up wrongly: logged, and no try mends it. */
  | 'misfit'
  /** It was not sent and may be tried again later. */
  | 'later'
  /** Nobody can tell whether it was sent: not to be sent again. */
  | 'unknown';

const DELIVERIES: Record<number, Delivery> = {
  43101: 'noCredit',
  40003: 'nobody',
  40037: 'misfit',
  41030: 'misfit',
  47003: 'misfit',
  43107: 'misfit',
  45168: 'misfit',
};

export function deliveryOf({ errcode, uncertain }: WechatError): Delivery {
  if (uncertain) return 'unknown';
  return DELIVERIES[errcode ?? 0] ?? 'later';
}
