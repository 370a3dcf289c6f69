import L, { type LatLngExpression, type Layer } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import './drawn-map.scss';
import type { MapPin, MapPoint, PinMapProps } from './PinMap';

export interface DrawnMap {
  /** Draws pins, place and rings as they are now. */
  draw: () => void;
  /** Brings what is to be in sight into view. */
  look: () => void;
  remove: () => void;
}

type To = (point: MapPoint) => LatLngExpression;
type From = (at: { lng: number; lat: number }) => MapPoint;

/** Draws into an element what `props` says, then and at each `draw`. */
export async function drawMap(element: HTMLElement, props: () => PinMapProps): Promise<DrawnMap> {
  const { to, from } = await datum();
  if (!element.isConnected) return { draw: () => undefined, look: () => undefined, remove: () => undefined };
  const map = L.map(element, { zoomControl: false, attributionControl: false, zoomSnap: 0.5, maxZoom: 18 });
  const { words: said, scale: type } = props();
  L.control.zoom({ position: 'topright', zoomInTitle: said.closer, zoomOutTitle: said.farther }).addTo(map);
  const scale = L.control.scale({ imperial: false, position: 'bottomright', updateWhenIdle: true }).addTo(map);
  if (MAP_TILES) L.tileLayer(MAP_TILES, { maxZoom: 18 }).addTo(map);
  const layers = L.layerGroup().addTo(map);

  const draw = () => {
    const { pins, place, rings } = props();
    layers.clearLayers();
    // Rings say how far things are; without them the scale does.
    scale.getContainer()?.toggleAttribute('hidden', place !== null);
    const add = (layer: Layer) => layers.addLayer(layer);
    if (place) {
      for (const ring of rings) add(circle(to(place), ring.metres));
      for (const ring of rings) {
        const at = inSight(
          map,
          [1, -1].map((way) => to(north(place, way * ring.metres))),
        );
        if (at) add(words(at, 'pinmap__ring', ring.words));
      }
      add(words(to(place), 'pinmap__place', place.name));
    }
    const named = MAP_TILES ? new Set<string>() : namesWithRoom(map, pins, place, to);
    for (const pin of pins) add(bubble(pin, to(pin), named.has(pin.key), () => props().onPick(pin.key)));
  };
  const look = () => {
    const { fit, place } = props();
    const points = fit.length > 0 ? fit : place ? [place] : [];
    const bounds = L.latLngBounds(points.map(to));
    if (bounds.isValid())
      map.fitBounds(bounds, {
        paddingTopLeft: [72 * type, 72 * type],
        paddingBottomRight: [76 * type, 44 * type],
        maxZoom: 15,
      });
  };
  map.on('zoomend', () => {
    draw();
    props().onZoom(map.getZoom());
  });
  map.on('click', ({ latlng }) => props().onTap?.(from(latlng)));
  map.on('moveend', () => inChinese(scale.getContainer()));
  const sized = new ResizeObserver(() => map.invalidateSize({ pan: false }));
  sized.observe(element);
  look();
  draw();
  inChinese(scale.getContainer());
  return {
    draw,
    look,
    remove: () => {
      sized.disconnect();
      map.remove();
    },
  };
}

/** Tiles of the world's datum (OSM) lie some hundred metres off ours: then our points are moved to them, and back. */
async function datum(): Promise<{ to: To; from: From }> {
  if (!MAP_TILES || MAP_DATUM !== 'wgs84')
    return { to: ({ lng, lat }) => [lat, lng], from: ({ lng, lat }) => ({ lng, lat }) };
  const { default: gcoord } = await import('gcoord');
  return {
    to: (point) => {
      const [lng, lat] = gcoord.transform([point.lng, point.lat], gcoord.GCJ02, gcoord.WGS84);
      return [lat, lng];
    },
    from: (at) => {
      const [lng, lat] = gcoord.transform([at.lng, at.lat], gcoord.WGS84, gcoord.GCJ02);
      return { lng, lat };
    },
  };
}

function bubble(pin: MapPin, at: LatLngExpression, named: boolean, onPick: () => void): Layer {
  const box = document.createElement('div');
  box.className = pin.on ? 'pin pin--on' : 'pin';
  const line = box.appendChild(document.createElement('span'));
  line.className = 'pin__words';
  line.textContent = pin.words;
  if (named) {
    const name = box.appendChild(document.createElement('span'));
    name.className = 'pin__name';
    name.textContent = pin.name;
  }
  const icon = L.divIcon({ html: box, className: 'pin__at', iconSize: [0, 0] });
  const marker = L.marker(at, {
    icon,
    title: pin.name,
    alt: `${pin.words}，${pin.name}`,
    zIndexOffset: pin.on ? 1000 : 0,
  });
  return marker.on('click', onPick);
}

/** Pixels of a character, a bubble's height with its foot, and a name's height. */
const [CHAR, BUBBLE, NAME] = [14, 48, 22];

type Box = [left: number, top: number, right: number, bottom: number];

/** The pins whose name covers no bubble, no other name and not the resident's place; the shown one's comes first. */
function namesWithRoom(map: L.Map, pins: MapPin[], place: PinMapProps['place'], to: To): Set<string> {
  const box = (point: MapPoint, wide: number, top: number, bottom: number, left = -wide / 2): Box => {
    const { x, y } = map.latLngToContainerPoint(to(point));
    return [x + left, y + top, x + left + wide, y + bottom];
  };
  const taken = pins.map((pin) => box(pin, pin.words.length * CHAR, -BUBBLE, 0));
  if (place) taken.push(box(place, place.name.length * CHAR + 30, -10, 10, -14));
  const named = new Set<string>();
  for (const pin of [...pins].sort((a, b) => Number(b.on) - Number(a.on))) {
    const own = box(pin, Math.min(pin.name.length * CHAR, 150), 2, NAME);
    if (own[0] < 0 || own[2] > map.getSize().x || taken.some((other) => overlap(own, other))) continue;
    taken.push(own);
    named.add(pin.key);
  }
  return named;
}

const overlap = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Leaflet's scale knows `km` and `m` only. */
function inChinese(scale: HTMLElement | undefined): void {
  const line = scale?.querySelector('.leaflet-control-scale-line');
  if (line) line.textContent = (line.textContent ?? '').replace(/ ?km$/, ' 公里').replace(/ ?m$/, ' 米');
}

const circle = (at: LatLngExpression, radius: number): Layer =>
  L.circle(at, { radius, color: '#868686', weight: 1, dashArray: '4 4', fill: false, interactive: false });

function words(at: LatLngExpression, className: string, text: string): Layer {
  const box = document.createElement('span');
  box.className = className;
  box.textContent = text;
  const icon = L.divIcon({ html: box, className: 'pin__at', iconSize: [0, 0] });
  return L.marker(at, { icon, interactive: false, keyboard: false });
}

/** The first of the points where words are not cut by the map's edge. */
function inSight(map: L.Map, points: LatLngExpression[]): LatLngExpression | undefined {
  const { x: wide, y: high } = map.getSize();
  return points.find((point) => {
    const { x, y } = map.latLngToContainerPoint(point);
    return x > EDGE && x < wide - EDGE && y > EDGE / 2 && y < high - EDGE;
  });
}

/** Half of what `10 公里` takes, px. */
const EDGE = 36;

/** A point so many metres north. */
const north = ({ lng, lat }: MapPoint, metres: number): MapPoint => ({ lng, lat: lat + metres / 111_320 });
