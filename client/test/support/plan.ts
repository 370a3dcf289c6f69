import type { PlanWarning } from '@openday/shared/plan-warnings';
import type { PlanImport, PlanRow } from '@openday/shared/plans';

/** A row of a sheet that says 9月上旬 and no place, as the server answers it. */
export function aPlanRow(change: Partial<PlanRow> = {}): PlanRow {
  const index = change.index ?? 1;
  const open = [aWarning('date_vague', 'time'), aWarning('venue_missing', 'venue')];
  return {
    id: `800000000000000${String(index).padStart(4, '0')}`,
    index,
    state: 'draft',
    raw: {
      time: { text: '9 月\n上旬', where: '第 2 页' },
      theme: { text: '走进便民服务中心', where: '第 2 页' },
      headcount: { text: '40 人', where: '第 2 页' },
    },
    parsed: {
      theme: '走进便民服务中心',
      content: null,
      window: { text: '9月上旬', from: '2099-09-01', to: '2099-09-10', precision: 'tenDays' },
      startTime: null,
      endTime: null,
      headcount: { min: 40, max: 40, text: '40 人', approximate: false },
      unit: '九州街道',
      organizerId: '7000000000000000003',
      contacts: [],
      forms: ['visit'],
      audience: null,
      venueText: null,
      times: [],
      tentative: false,
      recurrence: null,
      closesAt: null,
      groups: [],
      note: null,
    },
    decided: {},
    warnings: change.publishable ? [] : open,
    publishable: false,
    announceable: true,
    change: null,
    changes: [],
    outdated: false,
    venueProposals: [],
    eventId: null,
    ...change,
  };
}

export function aWarning(
  code: PlanWarning['code'],
  field: PlanWarning['field'],
  severity: PlanWarning['severity'] = 'block',
): PlanWarning {
  return { code, severity, field, message: `${code}，请定下来。`, raw: null, settled: false };
}

export function aPlan(items: PlanRow[]): PlanImport {
  const published = items.filter(({ state }) => state === 'published' || state === 'announced').length;
  const createdAt = new Date().toISOString();
  return {
    id: '9000000000000000001',
    title: '开放月计划',
    year: 2099,
    rows: items.length,
    published,
    createdAt,
    programme: null,
    diff: null,
    items,
  };
}
