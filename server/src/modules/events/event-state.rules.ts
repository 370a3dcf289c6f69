import type { ErrorCode } from '@openday/shared/errors';
import type { EventState } from '@openday/shared/events';

/** 备案: the ways of an event from a draft to the public, and who may take each. */

export const ACTS = ['submit', 'withdraw', 'approve', 'sendBack', 'publish', 'delete'] as const;
export type Act = (typeof ACTS)[number];

export interface Standing {
  state: EventState;
  /** It has a session or, failing that, a window: something to be published. */
  ready: boolean;
  /** A session, so that an announced one may get its date. */
  dated: boolean;
  /** Its programme asks for approval and there is a unit above its own. */
  needsApproval: boolean;
}

/** What the caller is to the event's unit: a unit above it in the tree, or it itself (never both). */
export type By = 'above' | 'own';

/** The state after the act, or why it is refused. Approval is never the unit's own to give. */
export function after(act: Act, { state, ready, dated, needsApproval }: Standing, by: By): EventState | ErrorCode {
  const gone = refusalOf(state);
  if (gone) return act === 'publish' || act === 'approve' ? gone : 'EVENT_STATE';
  const published = dated ? 'published' : 'announced';
  switch (act) {
    case 'submit':
      if (state !== 'draft') return 'EVENT_STATE';
      if (!needsApproval) return 'NO_APPROVAL_NEEDED';
      return ready ? 'submitted' : 'NOT_PUBLISHABLE';
    case 'withdraw':
      return state === 'submitted' ? 'draft' : 'EVENT_STATE';
    case 'approve':
      if (by !== 'above') return 'NOT_APPROVER';
      if (state !== 'submitted') return 'EVENT_STATE';
      return ready ? published : 'NOT_PUBLISHABLE';
    case 'sendBack':
      if (by !== 'above') return 'NOT_APPROVER';
      return state === 'submitted' ? 'draft' : 'EVENT_STATE';
    case 'publish':
      if (needsApproval && by === 'own' && state !== 'announced') return 'APPROVAL_NEEDED';
      if (state === 'submitted' && by === 'own') return 'EVENT_STATE';
      return ready ? published : 'NOT_PUBLISHABLE';
    case 'delete':
      return state === 'draft' ? 'draft' : 'EVENT_STATE';
  }
}

/** A path names the units from the root down: one above has a shorter one that this one begins with. */
export const relation = (callerPath: string, organizerPath: string): By =>
  organizerPath !== callerPath && organizerPath.startsWith(callerPath) ? 'above' : 'own';

/** Why an event that is public as it can be, or over, takes none of these any more. */
function refusalOf(state: EventState): ErrorCode | null {
  if (state === 'cancelled') return 'SESSION_CANCELLED';
  return state === 'published' || state === 'closed' ? 'ALREADY_PUBLISHED' : null;
}
