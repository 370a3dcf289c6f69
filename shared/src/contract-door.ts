import type { Tokens } from './auth';
import type {
  DoorCounts,
  DoorInvite,
  DoorJoin,
  DoorPack,
  DoorSession,
  DoorStaff,
  Excuse,
  NewDoorInvite,
  PackQuery,
  ScanReply,
  ScanUpload,
} from './check-in';

/** The routes of the door, part of the contract. */
export interface DoorRoutes {
  /** 我的门口场次 */
  'GET /check-in/sessions': { reply: { items: DoorSession[]; now: string } };
  /** 门口名单包 */
  'GET /check-in/sessions/:id/pack': { query: PackQuery; reply: DoorPack };
  /** 上传门口记录 */
  'POST /check-in/scans': { body: ScanUpload; reply: ScanReply };
  /** 说明一台设备为什么交不齐 */
  'POST /check-in/sessions/:id/excuse': { body: Excuse; reply: DoorCounts };
  /** 换签到密钥 (old codes stay good) */
  'POST /check-in/sessions/:id/new-key': { reply: { keyId: number } };
  /** 门口人员 */
  'GET /check-in/sessions/:id/staff': { reply: DoorStaff };
  /** 撤下一个门口人员 */
  'POST /check-in/sessions/:id/staff/:account/revoke': { reply: DoorStaff };
  /** 邀请门口人员 */
  'POST /check-in/invites': { body: NewDoorInvite; reply: DoorInvite };
  /** 停用一个邀请 */
  'POST /check-in/invites/:id/revoke': { reply: DoorInvite };
  /** 凭邀请上岗 */
  'POST /auth/door': { body: DoorJoin; reply: Tokens };
  /** 门口实时人数 */
  'GET /check-in/sessions/:id/counts': { reply: DoorCounts };
}
