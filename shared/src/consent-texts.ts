import type { ConsentKind } from './me';

/**
 * The versions of what residents agree to, oldest first: the last is what is on screen now. A changed text takes a new
 * version, and is then asked anew; the words themselves are the client's (lib/text/privacy.ts).
 */
export const CONSENT_VERSIONS: Record<ConsentKind, readonly [string, ...string[]]> = {
  privacy: ['2026-11-21', '2026-11-22'],
  sms: ['2026-11-21'],
};

/** The version on screen now. */
export function currentVersion(kind: ConsentKind): string {
  const versions = CONSENT_VERSIONS[kind];
  return versions[versions.length - 1] ?? versions[0];
}
