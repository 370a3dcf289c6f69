import { doorDatabase } from './door-database.h5';

/** Whether the browser can keep a text so that it is not read from its files: only over HTTPS, or on localhost. */
export function canSeal(): boolean {
  return window.isSecureContext && crypto.subtle !== undefined;
}

/** Everything kept, by name. */
export async function readSealed(): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  if (!canSeal()) return texts;
  const db = await doorDatabase();
  for (const name of await db.getAllKeys('lists')) {
    const sealed = await db.get('lists', name);
    if (!sealed) continue;
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, sealed.key, sealed.data);
    texts.set(name, new TextDecoder().decode(bytes));
  }
  return texts;
}

/**
 * Keeps a text under a name until a time of this device's clock, ms, in place of the one before: encrypted under a key
 * of its own, which no script can read out and which goes with it.
 */
export async function writeSealed(name: string, text: string, until: number): Promise<void> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text));
  const db = await doorDatabase();
  await db.put('lists', { key, iv, data, until }, name);
  await askToPersist();
}

/** Forgets the text of this name, and its key. */
export async function removeSealed(name: string): Promise<void> {
  const db = await doorDatabase();
  await db.delete('lists', name);
}

/** A browser short of room empties what it was not asked to keep. */
async function askToPersist(): Promise<void> {
  if (!navigator.storage?.persist || (await navigator.storage.persisted())) return;
  const granted = await navigator.storage.persist();
  if (!granted) console.info('the browser may empty this storage when it is short of room');
}
