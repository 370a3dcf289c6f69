import type { NewVenue } from '@openday/shared/places';
import type { Point } from '@openday/shared/wire';

export interface DemoUnit {
  /** As the plan writes it, so that a pasted plan finds it. */
  name: string;
  parent: string | null;
  /** The office residents may ask; its invented number counts up in the order of this table. */
  contact: string;
  place?: Point & { name: string };
}

const at = (name: string, lng: number, lat: number) => ({ name, lng, lat });

/** The district, its towns with their communities, then its bureaus. A unit stands below its parent. */
export const UNITS = {
  district: { name: '聊城高新区', parent: null, contact: '政务公开办' },

  jiuzhou: {
    name: '高新区九州发展服务中心',
    parent: 'district',
    contact: '党政办公室',
    place: at('九州街道', 116.0113, 36.4478),
  },
  xianfeng: {
    name: '高新区九州发展服务中心先锋社区',
    parent: 'jiuzhou',
    contact: '社区办公室',
    place: at('先锋社区', 116.0078, 36.4521),
  },
  fenghuang: {
    name: '高新区九州发展服务中心凤凰社区',
    parent: 'jiuzhou',
    contact: '社区办公室',
    place: at('凤凰社区', 116.0342, 36.4531),
  },
  lushan: {
    name: '高新区九州发展服务中心庐山路社区',
    parent: 'jiuzhou',
    contact: '社区办公室',
    place: at('庐山路社区', 116.0146, 36.4405),
  },
  huangshan: {
    name: '高新区九州发展服务中心黄山路社区',
    parent: 'jiuzhou',
    contact: '社区办公室',
    place: at('黄山路社区', 116.0191, 36.4356),
  },
  changjiang: {
    name: '高新区九州发展服务中心长江路社区',
    parent: 'jiuzhou',
    contact: '社区办公室',
    place: at('长江路社区', 116.0017, 36.4334),
  },
  jiuzhouOffice: { name: '高新区九州发展服务中心综合管理办公室', parent: 'jiuzhou', contact: '综合管理办公室' },
  jiuzhouEconomy: { name: '高新区九州发展服务中心经济发展部', parent: 'jiuzhou', contact: '部门办公室' },

  xuying: {
    name: '高新区许营镇',
    parent: 'district',
    contact: '党政办公室',
    place: at('许营镇', 116.0601, 36.4119),
  },
  tianjin: {
    name: '高新区许营镇天津路社区',
    parent: 'xuying',
    contact: '社区办公室',
    place: at('天津路社区', 116.0482, 36.4241),
  },

  guguantun: {
    name: '高新区顾官屯镇',
    parent: 'district',
    contact: '党政办公室',
    place: at('顾官屯镇', 116.0731, 36.4447),
  },
  guguantunService: { name: '高新区顾官屯镇便民服务中心', parent: 'guguantun', contact: '中心办公室' },
  guguantunFarming: { name: '高新区顾官屯镇农业农村办', parent: 'guguantun', contact: '办公室' },
  guguantunParty: { name: '高新区顾官屯镇党建办', parent: 'guguantun', contact: '办公室' },
  fuxing: {
    name: '高新区顾官屯镇复兴社区',
    parent: 'guguantun',
    contact: '社区办公室',
    place: at('复兴社区', 116.0748, 36.4511),
  },
  xinglong: {
    name: '高新区顾官屯镇兴隆村',
    parent: 'guguantun',
    contact: '村委会',
    place: at('兴隆村', 116.0683, 36.4602),
  },
  xichengpu: {
    name: '高新区顾官屯镇西程铺村',
    parent: 'guguantun',
    contact: '村委会',
    place: at('西程铺村', 116.0627, 36.4559),
  },

  farming: { name: '高新区党工委农工办', parent: 'district', contact: '办公室' },
  traffic: { name: '高新区交警大队', parent: 'district', contact: '大队办公室' },
  building: { name: '高新区建设管理部', parent: 'district', contact: '部门办公室' },
  insurance: { name: '高新区社会保险事业中心', parent: 'district', contact: '中心办公室' },
  economy: { name: '高新区经济发展部', parent: 'district', contact: '部门办公室' },
  police: { name: '高新区公安分局', parent: 'district', contact: '分局办公室' },
  land: { name: '高新区自然资源和规划分局', parent: 'district', contact: '分局办公室' },
  market: { name: '高新区发展保障部', parent: 'district', contact: '部门办公室' },
  health: { name: '高新区卫生健康管理服务中心', parent: 'district', contact: '中心办公室' },
  park: { name: '聊城·大学科技园发展服务中心', parent: 'district', contact: '中心办公室' },
  finance: { name: '高新区科技金融部', parent: 'district', contact: '部门办公室' },
  approval: { name: '高新区行政审批服务部', parent: 'district', contact: '部门办公室' },
  social: { name: '高新区社会事业部', parent: 'district', contact: '部门办公室' },
  environment: { name: '高新区生态环境分局', parent: 'district', contact: '分局办公室' },
  trade: { name: '高新区商务和投资促进部', parent: 'district', contact: '部门办公室' },
  schools: { name: '高新区教体中心', parent: 'district', contact: '中心办公室' },
  fire: { name: '高新区消防救援大队', parent: 'district', contact: '大队办公室' },
} as const satisfies Record<string, DemoUnit>;

export type UnitKey = keyof typeof UNITS;

/** A venue and the unit it belongs to. */
export type DemoVenue = NewVenue & { unit: UnitKey };
