import { lookup as resolve } from 'node:dns';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config';
import { isPublicAddress, siteUrl } from './webhook-address.rules';

const TIMEOUT_MS = 10_000;

export interface Sent {
  /** Null = no answer. */
  status: number | null;
  /** Why it did not arrive; null = it did. */
  problem: string | null;
}

/** Posts to units' sites. The address it connects to is the one that was checked; nothing it is sent on to is followed. */
@Injectable()
export class WebhookClient {
  constructor(private readonly config: Config) {}

  async post(url: string, headers: Record<string, string>, body: string): Promise<Sent> {
    const local = this.config.webhooksLocal;
    const checked = siteUrl(url, local);
    if (!checked) return { status: null, problem: '地址不能用' };
    try {
      return toSent(await send(new URL(checked), headers, body, local));
    } catch (problem) {
      if (!(problem instanceof Error)) throw problem;
      return { status: null, problem: why(problem) };
    }
  }
}

class PrivateAddress extends Error {}

function send(url: URL, headers: Record<string, string>, body: string, local: boolean): Promise<number> {
  const request = url.protocol === 'https:' ? secure : plain;
  return new Promise((done, fail) => {
    const sending = request(
      url,
      {
        method: 'POST',
        // Of its own: a kept connection of a pool might lead to what was checked another day.
        agent: false,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        lookup: checkedLookup(local),
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      },
      (answer) => {
        // Only the status counts; what else it says is not read.
        answer.destroy();
        done(answer.statusCode ?? 0);
      },
    );
    sending.on('error', fail);
    sending.end(body);
  });
}

/** The name's addresses, once all of them are public: the connection is made to one of these very addresses. */
const checkedLookup =
  (local: boolean): LookupFunction =>
  (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      const inside = addresses.some(({ address }) => !isPublicAddress(address) && !(local && address === '127.0.0.1'));
      if (inside || !addresses[0]) return done(new PrivateAddress(), []);
      return options.all ? done(null, addresses) : done(null, addresses[0].address, addresses[0].family);
    });
  };

function toSent(status: number): Sent {
  if (status >= 200 && status < 300) return { status, problem: null };
  if (status >= 300 && status < 400) return { status, problem: '网站要转到别处，请填最后的地址' };
  return { status, problem: `网站回了 ${status}` };
}

function why(problem: Error): string {
  if (problem instanceof PrivateAddress) return '地址在内网，不能推送';
  if (problem.name === 'AbortError' || problem.name === 'TimeoutError') return '网站 10 秒没有回应';
  const { code = '' } = problem as { code?: string };
  if (/^(ENOTFOUND|EAI_)/.test(code)) return '找不到这个网址';
  if (/CERT|TLS|SSL/.test(code)) return '网站的证书有问题';
  return '连不上网站';
}
