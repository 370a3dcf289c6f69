import type { EventDetail } from '@openday/shared/events';
import type { SessionDetail } from '@openday/shared/sessions';
import { useMemo } from 'react';
import { cardDrawing } from '@/features/posters/draw-card';
import { posterOf } from '@/features/posters/poster';
import { serverNow } from '@/lib/clock';
import { Easel } from '@/platform/Easel';

export interface ShareCardProps {
  event: EventDetail;
  session: SessionDetail | undefined;
  onDrawn: (picture: string) => void;
}

/** Draws the picture of the card that WeChat shares; without it WeChat takes one of the screen. */
export function ShareCard({ event, session, onDrawn }: ShareCardProps) {
  const drawing = useMemo(() => cardDrawing(posterOf(event, session, serverNow())), [event, session]);
  return <Easel drawing={drawing} onDrawn={onDrawn} onFail={console.info} />;
}
