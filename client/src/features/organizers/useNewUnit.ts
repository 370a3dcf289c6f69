import type { Organizer } from '@openday/shared/places';
import type { Id } from '@openday/shared/wire';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';

/** Makes a unit below another; the directory knows it from then on. */
export function useNewUnit(): (name: string, parentId: Id) => Promise<Organizer> {
  const queries = useQueryClient();
  return async (name, parentId) => {
    const unit = await api('POST /organizers', { body: { name, parentId } });
    await queries.invalidateQueries({ queryKey: ['organizers'] });
    return unit;
  };
}
