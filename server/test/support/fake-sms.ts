import { type OutsideServer, serveOutside } from './outside-server';

const TOKEN = 'a-token-of-the-gateway';

interface Sms {
  phone: string;
  template: string;
  fields: Record<string, string>;
}

/** An SMS gateway: takes messages from who has its token. */
export class FakeSms {
  readonly sent: Sms[] = [];
  /** Its next answers; 202 otherwise. */
  readonly answers: number[] = [];
  private constructor(private server: OutsideServer) {}

  static async start(): Promise<FakeSms> {
    const fake = new FakeSms({ url: '', close: () => Promise.resolve() });
    fake.server = await serveOutside(({ headers, method }, text, response) => {
      const known = method === 'POST' && headers.authorization === `Bearer ${TOKEN}`;
      const status = known ? (fake.answers.shift() ?? 202) : 401;
      if (status === 202) fake.sent.push(JSON.parse(text) as Sms);
      response.writeHead(status).end();
    });
    return fake;
  }

  get env(): Record<string, string> {
    return { SMS_URL: `${this.server.url}/send`, SMS_TOKEN: TOKEN };
  }

  /** The code that was last sent there. */
  code(phone: string): string {
    return this.sent.filter((one) => one.phone === phone).at(-1)?.fields.code ?? '';
  }

  close(): Promise<void> {
    return this.server.close();
  }
}
