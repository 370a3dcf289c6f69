import type { ScanKind } from '@openday/shared/check-in';

/** What several devices at one door recorded, much of it twice: the same from the same seed. */
export interface DoorWorld {
  /** Sizes of the parties; a fact names one by its place here. */
  parties: number[];
  facts: WorldFact[];
}

export interface WorldFact {
  id: string;
  device: number;
  seq: number;
  kind: ScanKind;
  party: number | null;
  ref: string | null;
  seats: number;
  /** Milliseconds after the first. */
  at: number;
}

const BETWEEN_MS = 1500;

/** Half as many parties as a device has facts, so that every party meets several devices. The last fact is `end`. */
export function aDoorWorld(devices: number, each: number, seed: number): DoorWorld {
  const random = randomly(seed);
  const upTo = (n: number) => Math.floor(random() * n);
  const parties = Array.from({ length: Math.ceil(each / 2) }, () => 1 + upTo(5));
  const facts: WorldFact[] = [];
  for (let device = 0; device < devices; device++) {
    const own: WorldFact[] = [];
    for (let seq = 1; seq <= each; seq++) {
      const dice = random();
      const blank = { id: `fact-${device}-${seq}`, device, seq, party: null, ref: null, seats: 1 };
      const fact = { ...blank, at: seq * BETWEEN_MS + upTo(BETWEEN_MS) };
      const party = upTo(parties.length);
      if (seq === each) own.push({ ...fact, kind: 'end', seats: 0 });
      else if (dice < 0.75) own.push({ ...fact, kind: 'scan', party, seats: 1 + upTo(parties[party]!) });
      else if (dice < 0.85) own.push({ ...fact, kind: 'walkIn', seats: 1 + upTo(4) });
      else if (dice < 0.93) own.push({ ...fact, kind: 'count', seats: random() < 0.9 ? 1 : -1 });
      else if (own.length) own.push({ ...fact, kind: 'undo', ref: own[upTo(own.length)]!.id, seats: 0 });
      else own.push({ ...fact, kind: 'walkIn' });
    }
    facts.push(...own);
  }
  return { parties, facts };
}

/** All of them in an order of the seed's, some more than once. */
export function shuffled<T>(all: readonly T[], seed: number): T[] {
  const random = randomly(seed);
  const order = [...all, ...all.filter(() => random() < 0.2)];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** mulberry32: numbers from 0 to 1, the same from the same seed. */
export function randomly(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
