import type { Point } from '@openday/shared/wire';

/** Where the browser is, in GCJ-02. Asks the person; rejects where they refuse or nothing is found. */
export async function locate(): Promise<Point> {
  const [found, { default: gcoord }] = await Promise.all([position(), import('gcoord')]);
  const { longitude, latitude } = found.coords;
  const [lng, lat] = gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.GCJ02);
  return { lng, lat };
}

function position(): Promise<GeolocationPosition> {
  return new Promise((resolve, reject) => {
    // Absent where the page is not served over HTTPS.
    if (!navigator.geolocation) reject(new Error('no geolocation'));
    else navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 8000, maximumAge: 60_000 });
  });
}
