import type { MessageKind, TemplateTopic } from '@openday/shared/messages';

/** What is said of a kind of message, and how far it goes. */
export interface Kind {
  /** What it is turned off by, and the template it is sent with. */
  topic: TemplateTopic;
  /** Sent out of the product, to who can be reached; otherwise it is only in 消息. */
  leaves?: true;
  /** Who could not be reached is rung. */
  rings?: true;
  /** Changes somebody's plans: exempt from quiet hours on the day itself. */
  urgent?: true;
  /** The tap that causes it asks for its credit too, which may be answered after it. */
  asks?: true;
}

const place: Kind = { topic: 'places' };
const change: Kind = { topic: 'changes', leaves: true, rings: true, urgent: true };
const work: Kind = { topic: 'work', leaves: true };

export const KINDS: Record<MessageKind, Kind> = {
  registered: { ...place, leaves: true, asks: true },
  // What the person sees on the screen at that moment; the credit is kept for what comes of it.
  waitlisted: place,
  applied: place,
  cancelled: place,
  promoted: { ...place, leaves: true, rings: true },
  offered: { ...place, leaves: true, rings: true },
  expired: { ...place, leaves: true },
  approved: { ...place, leaves: true },
  declined: { ...place, leaves: true },
  drawn: { ...place, leaves: true },
  restricted: place,
  restrictionCleared: place,
  removed: change,
  displaced: change,
  changed: change,
  sessionCancelled: change,
  moved: change,
  message: { topic: 'changes', leaves: true, urgent: true },
  dayBefore: { topic: 'reminders', leaves: true },
  twoHours: { topic: 'reminders', leaves: true },
  dateSet: { topic: 'dates', leaves: true },
  newEvent: { topic: 'dates', leaves: true },
  suggestionTaken: { topic: 'answers' },
  suggestionMoved: { topic: 'answers' },
  suggestionAnswered: { topic: 'answers', leaves: true },
  suggestionCame: work,
  suggestionAssigned: work,
  drawDue: work,
  eventSubmitted: work,
  eventApproved: work,
  eventSentBack: work,
  changeApproved: work,
  changeSentBack: work,
  closingSoon: work,
  closingDue: work,
};
