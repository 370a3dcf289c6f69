import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config';

const IV = 12;
const TAG = 16;
/** A sealed value, by itself or in a list of them. */
const SEALED = /\b(\d{1,3})\.[A-Za-z0-9+/]{38,}={0,2}/g;

type Purpose = 'phone' | 'name' | 'key' | 'body' | 'token' | 'invitation' | 'account' | 'openid' | 'attempt';

/**
 * Seals personal data at rest (AES-256-GCM, the key's id in front, so keys can be rotated) and makes the keyed hashes
 * by which sealed values are found again.
 */
@Injectable()
export class Vault {
  private readonly sealing: { id: number; key: KeyObject };
  private readonly opening: Map<number, KeyObject>;
  private readonly signing: Map<number, KeyObject>;
  /** The newest first. */
  private readonly indexing: KeyObject[];
  private randomness = Buffer.alloc(0);

  constructor(config: Config) {
    this.opening = new Map(config.fieldKeys.map(({ id, key }) => [id, createSecretKey(key)]));
    const { id, key } = config.fieldKeys.at(-1)!;
    this.sealing = { id, key: createSecretKey(key) };
    this.signing = new Map(config.fieldKeys.map(({ id, key }) => [id, signingKey(key)]));
    this.indexing = config.indexKeys.map((key) => createSecretKey(key)).reverse();
  }

  /** `keyId.base64(iv ‖ tag ‖ ciphertext)`. */
  seal(plain: string | Buffer): string {
    const { id, key } = this.sealing;
    const iv = this.nonce();
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return `${id}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')}`;
  }

  /** Throws when the key is unknown or the value was altered. */
  openBytes(sealed: string): Buffer {
    const [id, body = ''] = sealed.split('.');
    const key = this.opening.get(Number(id));
    if (!key) throw new Error(`no field key ${id}`);
    const bytes = Buffer.from(body, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV));
    decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]);
  }

  open(sealed: string): string {
    return this.openBytes(sealed).toString();
  }

  /** A column's sealed values, each under the newest key; what is under it already stays as it is. Throws as `openBytes`. */
  resealed(column: string): string {
    return column.replace(SEALED, (sealed, id) =>
      Number(id) === this.sealing.id ? sealed : this.seal(this.openBytes(sealed)),
    );
  }

  /** Blind index: 64 hex digits, the same for the same value and purpose. */
  index(purpose: Purpose, value: string): string {
    return blind(this.indexing[0]!, purpose, value);
  }

  /** Under every index key that is known: to find what was made before the key was changed, and nobody can make anew. */
  indexes(purpose: Purpose, value: string): string[] {
    return this.indexing.map((key) => blind(key, purpose, value));
  }

  /** `keyId:hmac`: shows that a text is as this server wrote it. */
  sign(text: string): string {
    return this.signature(this.sealing.id, text);
  }

  /** False also where the key it names is not among `FIELD_KEYS`. */
  isSigned(text: string, mac: string): boolean {
    const id = Number(mac.split(':')[0]);
    if (!this.signing.has(id)) return false;
    const [made, given] = [Buffer.from(this.signature(id, text)), Buffer.from(mac)];
    return made.length === given.length && timingSafeEqual(made, given);
  }

  private signature(id: number, text: string): string {
    return `${id}:${createHmac('sha256', this.signing.get(id)!).update(text).digest('hex')}`;
  }

  /**
   * 19 characters that stand for a resident where who acted must be kept longer than the account: the same each time, and
   * led back to nobody once the account's id is gone.
   */
  pseudonym(accountId: string): string {
    return this.pseudonyms(accountId)[0]!;
  }

  /** The newest first, then those under older keys. */
  pseudonyms(accountId: string): string[] {
    return this.indexes('account', accountId).map((index) => index.slice(0, 19));
  }

  /** Random bytes, drawn many at a time: asking for twelve costs as much as sealing a name. */
  private nonce(): Buffer {
    if (!this.randomness.length) this.randomness = randomBytes(IV * 512);
    const nonce = this.randomness.subarray(0, IV);
    this.randomness = this.randomness.subarray(IV);
    return nonce;
  }
}

const blind = (key: KeyObject, purpose: Purpose, value: string): string =>
  createHmac('sha256', key).update(`${purpose}\0${value}`).digest('hex');

/** A key of its own for signing: the one that seals does nothing else. */
const signingKey = (key: Buffer): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, '', 'openday signing', 32)));
