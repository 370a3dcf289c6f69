import { fromBase64 } from '@openday/shared/base64';
import type { DoorCounts, DoorPack, ScanFact, ScanReply } from '@openday/shared/check-in';
import { counterAt, registrationCode, registrationKey } from '@openday/shared/check-in-code';
import type { Api } from './api';
import type { TestApp } from './app';
import { seatPeople } from './district';
import { aDoorWorld, shuffled, type WorldFact } from './door-world';
import { aPublishedSession, theDistrict } from './factories';

const DEVICES = 5;
const START = Date.UTC(2026, 8, 11, 1, 0);

/** What a session's figures say, by places instead of ids. */
export interface Figures {
  counts: Pick<DoorCounts, 'checkedIn' | 'walkIns' | 'missing' | 'handCount' | 'final'>;
  conflicts: { party: number; kind: string; scanned: number; doors: object[] }[];
  arrived: [party: number, seats: number, at: string][];
}

/**
 * The same facts of five devices (`each` a device), uploaded to a session of its own for each seed: the devices at once,
 * each its own facts in an order of the seed's, in batches of any size up to `most`, a fifth of them again.
 */
export async function uploadInOrders(test: TestApp, each: number, seeds: number[], most: number): Promise<Figures[]> {
  const desk = await theDistrict(test);
  const world = aDoorWorld(DEVICES, each, 20);
  const capacity = world.parties.reduce((sum, seats) => sum + seats, 0);
  const figures: Figures[] = [];
  for (const seed of seeds) {
    const { id: sessionId } = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity }] });
    const parties = await seatPeople(test.app, sessionId, world.parties);
    const facts = await factsOf(desk, sessionId, parties, world.facts);
    await Promise.all(
      facts.map(async (own, device) => {
        const order = shuffled(own, seed + device);
        for (let from = 0, n = 0; from < order.length; n++) {
          const size = 1 + ((seed * 31 + n * 17) % most);
          await stored(desk, deviceOf(device), order.slice(from, from + size));
          from += size;
        }
      }),
    );
    figures.push(await figuresOf(desk, sessionId, parties));
  }
  return figures;
}

/** By device; every second scan by its code, the others by name. The ids are the session's own. */
async function factsOf(desk: Api, sessionId: string, parties: string[], facts: WorldFact[]): Promise<ScanFact[][]> {
  const packs = [];
  for (let device = 0; device < DEVICES; device++) packs.push(await packOf(desk, sessionId, deviceOf(device)));
  const { id: keyId, key } = packs[0]!.keys[0]!;
  const sessionKey = fromBase64(key);
  const counter = counterAt(START);
  const idOf = (id: string) => `${id}-${sessionId}`;
  const made = facts.map(({ id, seq, kind, party, ref, seats, at }): ScanFact => {
    const registrationId = party === null ? undefined : parties[party]!;
    const fields = registrationId && { keyId, sessionId, registrationId, kind: 'live' as const, seats: 1, counter };
    const code =
      fields && seq % 2 ? registrationCode(fields, registrationKey(sessionKey, fields.registrationId)) : null;
    const moment = { at: new Date(START + at).toISOString(), clockOffsetMs: 0, shown: 'go' as const };
    const whom = { ...(registrationId && { registrationId }), ...(code && { code }), ...(ref && { ref: idOf(ref) }) };
    return { id: idOf(id), seq, sessionId, kind, seats, ...moment, ...whom };
  });
  return packs.map((_, device) => made.filter((__, i) => facts[i]!.device === device));
}

async function stored(desk: Api, deviceId: string, scans: ScanFact[]): Promise<void> {
  const { status, body } = await desk.post<ScanReply>('/check-in/scans', { deviceId, scans });
  const refused = status === 200 ? body.items.filter(({ result }) => result === 'rejected') : [body];
  if (refused.length) throw new Error(JSON.stringify(refused));
}

async function figuresOf(desk: Api, sessionId: string, parties: string[]): Promise<Figures> {
  const { body } = await desk.get<DoorCounts>(`/check-in/sessions/${sessionId}/counts`);
  const { checkedIn, walkIns, missing, handCount, final, conflicts } = body;
  const { roster } = await packOf(desk, sessionId, deviceOf(0));
  const place = new Map(parties.map((id, i) => [id, i]));
  return {
    counts: { checkedIn, walkIns, missing, handCount, final },
    conflicts: conflicts
      .map(({ registrationId, kind, scanned, doors }) => ({ party: place.get(registrationId)!, kind, scanned, doors }))
      .sort((a, b) => a.party - b.party),
    arrived: roster
      .map(({ registrationId, arrived, arrivedAt }): Figures['arrived'][number] => [
        place.get(registrationId)!,
        arrived,
        arrivedAt ?? '',
      ])
      .sort(([a], [b]) => a - b),
  };
}

const deviceOf = (device: number) => `device-${device}`;

const packOf = async (desk: Api, sessionId: string, deviceId: string): Promise<DoorPack> =>
  (await desk.get<DoorPack>(`/check-in/sessions/${sessionId}/pack?deviceId=${deviceId}&name=${deviceId}`)).body;
