import type { Bundle } from './bundle';
import type { Person } from './wechat-person';

export interface PhoneOptions {
  bundle: Bundle;
  /** Where the server is, e.g. `http://127.0.0.1:41234`. */
  origin: string;
  /** File that is the phone's storage. */
  storage: string;
  /** How far its clock is ahead, in ms; behind below zero. */
  clockOffMs?: number;
  /** Left out: its owner agreed to the privacy guide before. */
  privacyAgreed?: boolean;
  /** Whose WeChat it is; left out where nobody asks. */
  person?: Person;
}
