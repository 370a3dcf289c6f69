import type { Closing, ClosingChange } from '@openday/shared/closing';
import type { Id } from '@openday/shared/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';
import { api, upload } from '@/lib/api';
import { download } from '@/lib/api.download';
import { showAnswer } from '@/lib/query';
import { say, sayFailure } from '@/lib/say';
import { closingReport as words } from '@/lib/text/closing-report';
import { keepFile } from '@/platform/keep-file';
import { pickPhoto } from '@/platform/pick-photo';

/** One session's report and all that is done with it; changes go one after the other, the last answer stands. */
export function useReport(id: Id) {
  const client = useQueryClient();
  const key = ['closing', id];
  const params = { id };
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api('GET /sessions/:id/closing', { params, signal }),
  });
  useDidShow(() => void found.refetch());
  const act = useMutation({
    scope: { id: `closing-${id}` },
    mutationFn: (work: () => Promise<Closing>) => work(),
    onSuccess: (closing) => {
      void client.invalidateQueries({ queryKey: ['closings'] });
      return showAnswer(client, key, closing);
    },
    onError: sayFailure,
  });
  const change = (body: ClosingChange) => act.mutate(() => api('PATCH /sessions/:id/closing', { params, body }));
  const photo = useMutation({
    mutationFn: async () => {
      const file = await pickPhoto();
      return file && upload('POST /images', file, {});
    },
    onSuccess: (stored) => {
      const photos = client.getQueryData<Closing>(key)?.photos ?? [];
      // What was vouched for were the others.
      if (stored && !photos.includes(stored.sha)) change({ photos: [...photos, stored.sha], photosVouched: false });
    },
    onError: sayFailure,
  });
  const file = useMutation({
    mutationFn: async (theme: string) =>
      keepFile(await download('GET /sessions/:id/closing.docx', { params }), `${words.fileName(theme)}.docx`),
    onError: sayFailure,
  });
  const typing = useRef(new Set<() => void>());
  const done = (line: string) => ({ onSuccess: () => say(line) });
  return {
    found,
    change,
    busy: act.isPending,
    addPhoto: () => photo.mutate(),
    addingPhoto: photo.isPending,
    typing,
    file: file.mutate,
    filing: file.isPending,
    publish: () => {
      for (const flush of typing.current) flush();
      act.mutate(() => api('POST /sessions/:id/closing/publish', { params }), done(words.told));
    },
    unpublish: () => act.mutate(() => api('POST /sessions/:id/closing/unpublish', { params }), done(words.taken)),
  };
}

export type Report = ReturnType<typeof useReport>;
