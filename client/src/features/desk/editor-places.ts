import type { Id } from '@openday/shared/wire';

/** Pages of the package `editor`, from wherever at the desk. */
export const editorUrls = {
  events: '/editor/events/index',
  toApprove: '/editor/events/index?state=submitted',
  drafts: '/editor/events/index?state=draft',
  event: (id: Id) => `/editor/event/index?id=${id}`,
  /** A new one: empty, like an earlier one, or of a kind that is often held. */
  fresh: (like?: { event?: Id; kind?: string }) =>
    `/editor/event/index${like?.event ? `?like=${like.event}` : like?.kind ? `?kind=${like.kind}` : ''}`,
  places: '/editor/places/index',
  place: (id?: Id) => `/editor/place/index${id ? `?id=${id}` : ''}`,
  /** `fresh`: it became public a moment ago. */
  outward: (event: Id, fresh = false) => `/editor/outward/index?id=${event}${fresh ? '&fresh=1' : ''}`,
  /** Of all that a sheet made public. */
  outwardPlan: (plan: Id) => `/editor/outward/index?plan=${plan}`,
  sites: '/editor/sites/index',
};
