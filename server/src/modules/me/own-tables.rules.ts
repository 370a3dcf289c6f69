/** Which of a table's columns lead to an account, and what is never shown of a row: for export and deletion alike. */

/** Tables whose rows about a resident stay when the account is deleted, emptied of what could name anybody. */
export const KEPT_EMPTIED = [
  'registrations',
  'check_ins',
  'draw_entries',
  'invitations',
  'responses',
  'suggestions',
  'suggestion_steps',
];

/** Tables nothing is removed from: who acted stands in them under a pseudonym nobody can lead back afterwards. */
export const KEPT_WHOLE = ['audit_entries'];

/** Keyed hashes and other workings of the product: they say nothing to whom they are about. */
const WITHHELD = new Set([
  ...['passwordHash', 'tokenHash', 'bodyHash', 'mac', 'seal', 'recoveryHashes', 'secret'],
  ...['phoneIndex', 'subject', 'liveSubject', 'nameIndex', 'codeIndex', 'tokenIndex', 'keyIndex'],
]);

export const isShown = (column: string): boolean => !WITHHELD.has(column);

/** A value sealed by the vault: key id, dot, at least 28 bytes of base64. */
export const isSealed = (value: unknown): value is string =>
  typeof value === 'string' && /^\d+\.[A-Za-z0-9+/]{38,}={0,2}$/.test(value);

/** What a table holds, in the words of who reads the export. */
const TITLES: Record<string, string> = {
  accounts: '账号',
  audit_entries: '操作记录',
  check_ins: '到场记录',
  companions: '同来的人',
  consents: '同意过的说明',
  door_devices: '门口设备',
  draw_entries: '抽签公示',
  follows: '关注的活动',
  identities: '用来登录的微信和手机号',
  idempotency_keys: '报名记录（防止同一份报两次）',
  invitations: '用过的邀请码',
  inbox_marks: '消息看到哪里',
  message_credits: '允许发的微信消息',
  message_deliveries: '发出去的消息',
  message_settings: '消息设置',
  organizer_follows: '关注的单位',
  outbox_messages: '给您的消息',
  phone_calls: '单位要打的电话',
  refresh_tokens: '登录凭证',
  registration_answers: '报名时的回答',
  registrations: '报名',
  reminders: '提醒过的场次',
  responses: '评一评',
  restrictions: '报了没来的记录',
  second_factors: '动态口令',
  sign_ins: '登录过的设备',
  staff_assignments: '门口的排班',
  suggestion_steps: '意见的进度',
  suggestions: '提过的意见',
  topic_votes: '每月一题投的票',
  work_wechats: '收工作提醒的微信',
};

/** The table's own name where it has no title yet: nothing is left out for want of a word. */
export const titleOf = (table: string): string => TITLES[table] ?? table;
