import type { Account } from '@openday/shared/auth';
import { api } from '@/lib/api';
import { enter } from '@/lib/auth';

/** Signs in with a password of one's own from now on. WRONG_PASSWORD where the one handed out does not match. */
export async function choosePassword(username: string, password: string, newPassword: string): Promise<Account> {
  return enter(await api('POST /auth/password/change', { body: { username, password, newPassword } }));
}
