import { dayOf } from '@openday/shared/dates';
import type { ExportFormat, NewExport } from '@openday/shared/exports';
import { useMutation } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { download } from '@/lib/api.download';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { say, sayFailure } from '@/lib/say';
import { exportWords } from '@/lib/text/exports';
import { keepFile } from '@/platform/keep-file';

export type Asked = Omit<NewExport, 'format'>;

const EXPORTS_URL = '/records/exports/index';

/** Fetches a short list at once, and leads to where a long one is being made. `done`: nothing more is to be asked. */
export function useExport(done: () => void) {
  return useMutation({
    mutationFn: async ({ format, ...asked }: Asked & { format: ExportFormat }) => {
      const { rows, job } = await api('POST /exports', { body: { ...asked, format } });
      if (job) return { rows, long: true };
      const { kind, ...query } = asked;
      const path = await download(`GET /exports/${kind}.${format}`, { query: query as never });
      await keepFile(path, `${exportWords.kind[kind]}_${dayOf(serverNow())}.${format}`);
      return { rows, long: false };
    },
    onSuccess: ({ rows, long }) => {
      done();
      if (!long) return;
      say(exportWords.long(rows));
      open(EXPORTS_URL);
    },
    onError: sayFailure,
  });
}
