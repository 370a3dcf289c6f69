import { Map as NativeMap } from '@tarojs/components';

/** GCJ-02, as all our points. */
export interface MapPoint {
  lng: number;
  lat: number;
}

export interface MapPin extends MapPoint {
  key: string;
  /** In the bubble. */
  words: string;
  /** Beside its foot, where nothing but our drawing says where this is. */
  name: string;
  on: boolean;
}

export interface PinMapProps {
  pins: MapPin[];
  /** Where the resident looks; null = nowhere in particular. */
  place: (MapPoint & { name: string }) | null;
  /** What is in sight first, and again when it becomes another list. */
  fit: MapPoint[];
  /** The one that is chosen: comes into sight where it is not; the web's only. */
  chosen?: MapPoint;
  /** Radii round the place, metres. */
  rings: { metres: number; words: string }[];
  /** Large type: how much larger. */
  scale: number;
  words: { closer: string; farther: string };
  onPick: (key: string) => void;
  onZoom: (zoom: number) => void;
  onFail: () => void;
  /** A place on the map was pressed; the web's only. */
  onTap?: (point: MapPoint) => void;
}

const PLACE = 9999;
const INK = '#191919';
const ACCENT = '#0a6c67';

/** WeChat's own map: each pin an always-shown callout over a dot. */
export function PinMap({ pins, place, fit, scale, onPick, onZoom, onFail }: PinMapProps) {
  const centre = fit[0] ?? place ?? pins[0];
  const callout = (words: string, on: boolean) => ({
    content: words,
    color: on ? '#ffffff' : INK,
    bgColor: on ? ACCENT : '#ffffff',
    fontSize: 14 * scale,
    padding: 8,
    borderRadius: 17,
    borderWidth: 1,
    borderColor: on ? ACCENT : '#bdbdbd',
    textAlign: 'center' as const,
    display: 'ALWAYS' as const,
    anchorX: 0,
    anchorY: 0,
  });
  const label = (name: string) => ({
    content: name,
    color: INK,
    fontSize: 13 * scale,
    anchorX: 8,
    anchorY: -10 * scale,
    borderWidth: 0,
    borderColor: '#ffffff',
    borderRadius: 4,
    bgColor: '#ffffffcc',
    padding: 2,
    textAlign: 'left' as const,
  });
  const foot = { x: 0.5, y: 0.5 };
  const markers = pins.map((pin, id) => ({
    id,
    longitude: pin.lng,
    latitude: pin.lat,
    iconPath: '/pins/dot.png',
    width: 10,
    height: 10,
    anchor: foot,
    zIndex: pin.on ? 2 : 1,
    ariaLabel: `${pin.words}，${pin.name}`,
    callout: callout(pin.words, pin.on),
  }));
  const resident = place && {
    ...{
      id: PLACE,
      longitude: place.lng,
      latitude: place.lat,
      iconPath: '/pins/here.png',
      width: 22,
      height: 22,
      anchor: foot,
    },
    label: label(place.name),
  };
  const pick = (event: { detail: { markerId: number | string } }) => {
    const pin = pins[Number(event.detail.markerId)];
    if (pin) onPick(pin.key);
  };
  return (
    <NativeMap
      className="pinmap"
      longitude={centre?.lng ?? 0}
      latitude={centre?.lat ?? 0}
      includePoints={fit.map(({ lng, lat }) => ({ longitude: lng, latitude: lat }))}
      markers={resident ? [resident, ...markers] : markers}
      onMarkerTap={pick}
      onCalloutTap={pick}
      onRegionChange={(event) => {
        // WeChat tells the level at the end of a change, and Taro's types leave it out.
        const { scale: level } = event.detail as { scale?: number };
        if (event.type !== 'begin' && level) onZoom(level);
      }}
      onError={onFail}
    />
  );
}
