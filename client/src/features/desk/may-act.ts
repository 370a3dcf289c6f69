import { useAccount } from '@/lib/tokens';

/** False for an observer, who looks and changes nothing. */
export const useMayAct = (): boolean => useAccount()?.role !== 'observer';
