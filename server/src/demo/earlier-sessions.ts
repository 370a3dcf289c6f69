import type { AttendanceSource } from '@openday/shared/closing';
import type { Form } from '@openday/shared/forms';
import type { UnitKey } from './units';
import type { VenueKey } from './venues';

/** Sheets handed out and come back; of those very satisfied, satisfied, so-so; the rest left it empty. */
export type DemoSheets = [handedOut: number, returned: number, veryGood: number, good: number, fair: number];

/** A session of the year before, as a unit enters it afterwards. */
export interface EarlierSession {
  unit: UnitKey;
  venue: VenueKey;
  /** Month and day, and hours on China's clock. */
  on: [day: string, from: string, to: string];
  theme: string;
  forms: Form[];
  came: [planned: number, actual: number, source: AttendanceSource];
  explanations: number;
  sheets?: DemoSheets;
  /** Said, and done with. */
  said?: [suggestions: number, resolved: number];
}

/** What the demo's district held the year before: the report has a year to compare with. */
export const EARLIER_SESSIONS: EarlierSession[] = [
  {
    ...{ unit: 'market', venue: 'guguantunMarket', on: ['03-15', '09:00', '11:00'], theme: '消费者权益开放日' },
    ...{ forms: ['visit', 'policy'], came: [40, 46, 'counted'], explanations: 31 },
    ...{ sheets: [50, 46, 28, 15, 2], said: [6, 5] },
  },
  {
    ...{ unit: 'environment', venue: 'affairsHall', on: ['06-05', '09:30', '11:00'], theme: '环境监测开放日' },
    ...{ forms: ['visit', 'lecture'], came: [30, 33, 'counted'], explanations: 18, sheets: [40, 31, 19, 11, 1] },
  },
  {
    ...{ unit: 'traffic', venue: 'trafficYard', on: ['07-22', '09:00', '11:00'], theme: '走进交警指挥中心' },
    ...{ forms: ['visit', 'experience'], came: [30, 35, 'counted'], explanations: 12, sheets: [40, 35, 24, 10, 1] },
  },
  {
    ...{ unit: 'fire', venue: 'jiuzhouSquare', on: ['08-16', '15:00', '17:00'], theme: '消防体验开放日' },
    ...{ forms: ['visit', 'experience'], came: [50, 70, 'estimated'], explanations: 20, said: [4, 4] },
  },
  {
    ...{ unit: 'xianfeng', venue: 'xianfengCentre', on: ['09-02', '09:00', '10:30'], theme: '居民议事日：楼道亮化' },
    ...{ forms: ['talk', 'council'], came: [20, 24, 'counted'], explanations: 9, sheets: [24, 24, 13, 9, 2] },
    said: [11, 9],
  },
  {
    ...{ unit: 'lushan', venue: 'lushanCentre', on: ['09-05', '09:00', '10:30'], theme: '居民议事日：电动车停哪儿' },
    ...{ forms: ['talk', 'council'], came: [20, 18, 'counted'], explanations: 7, sheets: [20, 18, 9, 7, 2] },
    said: [9, 6],
  },
  {
    ...{ unit: 'farming', venue: 'xuyingFarming', on: ['09-09', '09:00', '11:00'], theme: '秋种补贴政策解读' },
    ...{ forms: ['policy'], came: [30, 28, 'counted'], explanations: 46, sheets: [30, 27, 16, 10, 1] },
  },
  {
    ...{ unit: 'insurance', venue: 'insuranceHall', on: ['09-12', '14:30', '16:00'], theme: '走进社保大厅' },
    ...{ forms: ['visit', 'policy'], came: [25, 31, 'counted'], explanations: 38, sheets: [40, 30, 21, 8, 1] },
    said: [5, 5],
  },
  {
    ...{ unit: 'xuying', venue: 'xuyingMarket', on: ['09-16', '08:00', '10:30'], theme: '集市上的政策宣讲' },
    ...{ forms: ['lecture', 'policy'], came: [40, 60, 'estimated'], explanations: 55 },
  },
  {
    ...{ unit: 'guguantunParty', venue: 'hongzhu', on: ['09-20', '09:00', '10:30'], theme: '村务公开面对面' },
    ...{ forms: ['talk'], came: [20, 22, 'counted'], explanations: 14, sheets: [22, 22, 12, 8, 1], said: [7, 5] },
  },
  {
    ...{ unit: 'approval', venue: 'affairsHall', on: ['09-24', '09:30', '11:00'], theme: '政务大厅体验日' },
    ...{ forms: ['visit', 'experience'], came: [30, 29, 'counted'], explanations: 25, sheets: [30, 29, 17, 11, 0] },
    said: [8, 8],
  },
  {
    ...{ unit: 'building', venue: 'roseSquare', on: ['10-18', '09:00', '11:00'], theme: '物业管理怎么管' },
    ...{ forms: ['policy', 'talk'], came: [40, 37, 'counted'], explanations: 22, sheets: [40, 36, 17, 13, 5] },
    said: [13, 8],
  },
];
