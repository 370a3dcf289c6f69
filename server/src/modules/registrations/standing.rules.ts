import type { RegistrationStatus } from '@openday/shared/registrations';

/** Live registrations hold or may yet get a seat; a person has at most one in a session. */
export const LIVE: RegistrationStatus[] = ['applied', 'offered', 'confirmed', 'waitlisted'];
/** These count in a quota's `taken`. */
const SEATED: RegistrationStatus[] = ['offered', 'confirmed'];

export const isLive = (status: RegistrationStatus): boolean => LIVE.includes(status);
export const isSeated = (status: RegistrationStatus): boolean => SEATED.includes(status);
