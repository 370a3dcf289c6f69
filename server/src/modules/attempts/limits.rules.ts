/** How often something may be tried. */
export interface Limit {
  what: string;
  most: number;
  seconds: number;
  /** The time runs from the last try that was allowed, not from the first: a lock. */
  lock?: true;
}

/** Wrong passwords and wrong 动态口令 of a user name. */
export const WRONG_PASSWORDS: Limit = { what: 'password', most: 5, seconds: 900, lock: true };

/** Codes by SMS: to one number, asked for by one account. */
export const SMS_TO_PHONE: Limit[] = [
  { what: 'sms minute', most: 1, seconds: 60 },
  { what: 'sms hour', most: 5, seconds: 3600 },
  { what: 'sms day', most: 10, seconds: 86_400 },
];
export const SMS_BY_ACCOUNT: Limit = { what: 'sms account', most: 10, seconds: 86_400 };
/** A carrier puts thousands behind one address: only what no neighbourhood asks for is refused. */
export const SMS_BY_ADDRESS: Limit = { what: 'sms address', most: 1200, seconds: 3600 };
export const smsADay = (most: number): Limit => ({ what: 'sms all', most, seconds: 86_400 });
