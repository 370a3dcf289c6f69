import type { Destination } from './directions';

/** Opens a map page on the place (GCJ-02, as ours), in the map app where one is installed. False without network. */
export async function openDirections({ name, lng, lat }: Destination): Promise<boolean> {
  if (!navigator.onLine) return false;
  const query = `position=${lng},${lat}&name=${encodeURIComponent(name)}&coordinate=gaode&callnative=1`;
  window.open(`https://uri.amap.com/marker?${query}`, '_blank', 'noopener');
  return true;
}
