import { Secret, TOTP } from 'otpauth';

/** What an authenticator with this secret shows, now or so many seconds later. */
export const totpOf = (secret: string, seconds = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + seconds * 1000 });
