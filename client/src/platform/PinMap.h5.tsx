import { useEffect, useRef } from 'react';
import type { DrawnMap } from './drawn-map.h5';
import type { PinMapProps } from './PinMap';

/** A map in the page, by Leaflet, which is fetched with the first one. Tiles only where MAP_TILES names them. */
export function PinMap(props: PinMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<DrawnMap | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    let gone = false;
    const start = async () => {
      const { drawMap } = await import('./drawn-map.h5');
      if (gone || !box.current) return;
      map.current = await drawMap(box.current, () => latest.current);
    };
    start().catch(() => {
      // The map's own script did not come: the list of the same activities stays usable.
      if (!gone) latest.current.onFail();
    });
    return () => {
      gone = true;
      map.current?.remove();
      map.current = null;
    };
  }, []);

  const { pins, place, fit, chosen } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list of points is another view
  useEffect(() => map.current?.look(), [fit, place]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is chosen
  useEffect(() => map.current?.show(), [chosen?.lng, chosen?.lat]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn follows what is handed in
  useEffect(() => map.current?.draw(), [pins, place]);

  return <div ref={box} className="pinmap" />;
}
