import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../../config';
import { AppError } from '../../http/app-error';
import { wechatCalls } from '../../metrics/metrics';
import { WechatError } from './wechat-error.rules';

export interface WechatCall {
  query?: Record<string, string>;
  /** Sent as JSON; without it the call is a GET. */
  body?: object;
}

/** One request to WeChat's server API. The address holds secrets: it is in no log and no error. */
@Injectable()
export class WechatHttpClient {
  private readonly log = new Logger('WeChat');

  constructor(private readonly config: Config) {}

  /** Throws WechatError for `errcode`, and for whatever is no answer of the API; WECHAT_OFF where nothing is set up. */
  json<T extends object>(path: string, call: WechatCall): Promise<T> {
    return this.measured(path, async () => {
      const bytes = await this.answered(path, call);
      const answer = parsed(bytes);
      if (!answer) throw new WechatError(null, `no JSON: ${bytes.subarray(0, 40)}`, true);
      return answer as T;
    });
  }

  /** As `json`, for calls that answer with a picture; failures of these are JSON too. */
  bytes(path: string, call: WechatCall): Promise<Buffer> {
    return this.measured(path, () => this.answered(path, call));
  }

  /** What came of it is in the metrics; what WeChat refused, in the log. */
  private async measured<T>(path: string, call: () => Promise<T>): Promise<T> {
    const ended = wechatCalls.startTimer({ call: path });
    try {
      const answer = await call();
      ended({ result: 'ok' });
      return answer;
    } catch (error) {
      if (!(error instanceof WechatError)) throw error;
      const { errcode, why, uncertain } = error;
      ended({ result: errcode ?? (uncertain ? 'lost' : 'unreached') });
      this.log.warn({ path, errcode, why }, 'WeChat refused');
      throw error;
    }
  }

  private async answered(path: string, { query, body }: WechatCall): Promise<Buffer> {
    const { wechat } = this.config;
    if (!wechat) throw new AppError('WECHAT_OFF');
    const url = new URL(path, wechat.api);
    url.search = new URLSearchParams(query).toString();
    const bytes = await this.fetched(url, body, wechat.timeoutMs);
    const { errcode = 0, errmsg = '' } = (parsed(bytes) ?? {}) as { errcode?: number; errmsg?: string };
    if (errcode !== 0) throw new WechatError(errcode, errmsg);
    return bytes;
  }

  private async fetched(url: URL, body: object | undefined, timeoutMs: number): Promise<Buffer> {
    try {
      const answer = await fetch(url, {
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
        ...(body && {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      });
      return Buffer.from(await answer.arrayBuffer());
    } catch (error) {
      const { code = '' } = ((error as Error).cause ?? {}) as { code?: string };
      // Nobody was there to take it: it cannot have been acted on.
      const never = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(code);
      throw new WechatError(null, code || (error as Error).name, !never);
    }
  }
}

/** Null for what is no JSON object: WeChat's gateway answers some failures with a page. */
function parsed(bytes: Buffer): object | null {
  if (bytes[0] !== 0x7b) return null;
  try {
    return JSON.parse(bytes.toString()) as object;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
