import { currentVersion } from '@openday/shared/consent-texts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { useAccount } from '@/lib/tokens';

/**
 * Records that the text above the button was agreed to, once for each version. Resolves with false where the server is
 * too busy to write it down now or out of reach: registering goes first, and it is recorded after.
 */
export function usePrivacyConsent(): () => Promise<boolean> {
  const account = useAccount();
  const client = useQueryClient();
  const queryKey = ['consents', account?.id];
  const known = useQuery({
    queryKey,
    queryFn: ({ signal }) => api('GET /me/consents', { signal }),
    enabled: account !== null,
  });
  const version = currentVersion('privacy');
  return async () => {
    const stands = known.data?.items.some(
      (one) => one.kind === 'privacy' && one.version === version && one.withdrawnAt === null,
    );
    if (stands) return true;
    try {
      await api('POST /me/consents', { body: { kind: 'privacy', version } });
    } catch (failure) {
      if (failure instanceof ApiError && (failure.status === 503 || failure.code === 'OFFLINE')) return false;
      throw failure;
    }
    void client.invalidateQueries({ queryKey });
    return true;
  };
}
