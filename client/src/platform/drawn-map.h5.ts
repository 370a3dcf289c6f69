import L, { type LatLngExpression, type Layer } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import './drawn-map.scss';
import { type Box, bubbleBox, dotBox, LabelRoom, nameBox, PLACE_SIDES, placeBoxes, ringBox } from './map-labels.h5';
import type { MapPin, MapPoint, PinMapProps } from './PinMap';

export interface DrawnMap {
  /** Draws pins, place and rings as they are now. */
  draw: () => void;
  /** Brings what is to be in sight into view. */
  look: () => void;
  /** Brings the chosen one into view where it is not. */
  show: () => void;
  remove: () => void;
}

const NO_MAP: DrawnMap = {
  draw: () => undefined,
  look: () => undefined,
  show: () => undefined,
  remove: () => undefined,
};

type To = (point: MapPoint) => LatLngExpression;
type From = (at: { lng: number; lat: number }) => MapPoint;

/** Draws into an element what `props` says, then and at each `draw`. */
export async function drawMap(element: HTMLElement, props: () => PinMapProps): Promise<DrawnMap> {
  const { to, from } = await datum();
  if (!element.isConnected) return NO_MAP;
  const map = L.map(element, { zoomControl: false, attributionControl: false, zoomSnap: 0.5, maxZoom: 18 });
  const { words: said, scale: type } = props();
  L.control.zoom({ position: 'bottomleft', zoomInTitle: said.closer, zoomOutTitle: said.farther }).addTo(map);
  const scale = L.control.scale({ imperial: false, position: 'topright', updateWhenIdle: true }).addTo(map);
  if (MAP_TILES) L.tileLayer(MAP_TILES, { maxZoom: 18 }).addTo(map);
  const layers = L.layerGroup().addTo(map);

  const draw = () => {
    const { pins, place, rings, scale: type } = props();
    layers.clearLayers();
    // Rings say how far things are; without them the scale does.
    scale.getContainer()?.toggleAttribute('hidden', place !== null);
    const add = (layer: Layer) => layers.addLayer(layer);
    const at = (point: MapPoint) => map.latLngToContainerPoint(to(point));
    const room = new LabelRoom(map.getSize());
    for (const box of boxesOver(element)) room.take(box);
    for (const pin of pins) room.take(bubbleBox(at(pin), pin.words, type));
    if (place) {
      room.take(dotBox(at(place)));
      const side = PLACE_SIDES[room.takeFirst(placeBoxes(at(place), place.name, type))] ?? 'right';
      add(words(to(place), 'pinmap__dot', ''));
      add(words(to(place), `pinmap__place pinmap__place--${side}`, place.name));
    }
    // The shown one's comes first; streets that are drawn have names of their own.
    const named = new Set<string>();
    for (const pin of MAP_TILES ? [] : [...pins].sort((a, b) => Number(b.on) - Number(a.on)))
      if (room.takeFirst([nameBox(at(pin), pin.name, type)]) === 0) named.add(pin.key);
    if (place)
      for (const ring of rings) {
        add(circle(to(place), ring.metres));
        const round = BEARINGS.map((bearing) => pointAt(place, ring.metres, bearing));
        const free = round[room.takeFirst(round.map((point) => ringBox(at(point), ring.words, type)))];
        if (free) add(words(to(free), 'pinmap__ring', ring.words));
      }
    for (const pin of pins) add(bubble(pin, to(pin), named.has(pin.key), () => props().onPick(pin.key)));
  };
  const look = () => {
    const { fit, place } = props();
    const points = fit.length > 0 ? fit : place ? [place] : [];
    const bounds = L.latLngBounds(points.map(to));
    if (bounds.isValid())
      map.fitBounds(bounds, {
        // A bubble rises above its point, so that the buttons at the foot cover none.
        paddingTopLeft: [72 * type, 72 * type],
        paddingBottomRight: [72 * type, 24 + 60 * type],
        maxZoom: 15,
      });
  };
  const show = () => {
    const { chosen } = props();
    if (chosen && !map.getBounds().contains(to(chosen))) map.panTo(to(chosen), { animate: false });
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
    show,
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

/** What lies over the map: its own buttons and the page's. */
function boxesOver(map: HTMLElement): Box[] {
  const { left: x, top: y } = map.getBoundingClientRect();
  const beside = [...(map.parentElement?.children ?? [])].filter((each) => each !== map);
  return [...map.querySelectorAll('.leaflet-control'), ...beside].map((each) => {
    const { left, top, right, bottom } = each.getBoundingClientRect();
    return [left - x, top - y, right - x, bottom - y];
  });
}

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

/** Where a ring's words may stand, degrees from north: above and below first. */
const BEARINGS = [0, 180, 90, 270, 45, 315, 135, 225];

/** A point so many metres off. */
function pointAt({ lng, lat }: MapPoint, metres: number, bearing: number): MapPoint {
  const turn = (bearing * Math.PI) / 180;
  const degrees = metres / 111_320;
  return {
    lng: lng + (degrees * Math.sin(turn)) / Math.cos((lat * Math.PI) / 180),
    lat: lat + degrees * Math.cos(turn),
  };
}
