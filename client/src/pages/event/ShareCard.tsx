import type { EventDetail } from '@openday/shared/events';
import type { SessionDetail } from '@openday/shared/sessions';
import { useMemo } from 'react';
import { cardDrawing } from '@/features/posters/draw-card';
import { type Poster, posterOf } from '@/features/posters/poster';
import { serverNow } from '@/lib/clock';
import { Easel } from '@/platform/Easel';

export interface ShareCardProps {
  event: EventDetail;
  session: SessionDetail | undefined;
  onDrawn: (picture: string) => void;
}

/** Draws the picture of the card that WeChat shares; without it WeChat takes one of the screen. */
export function ShareCard({ event, session, onDrawn }: ShareCardProps) {
  // Drawn anew where it says something else, not at every answer of the server.
  const said = JSON.stringify(posterOf(event, session, serverNow()));
  const drawing = useMemo(() => cardDrawing(JSON.parse(said) as Poster), [said]);
  return <Easel drawing={drawing} onDrawn={onDrawn} onFail={console.info} />;
}
