/** What a door is often told in one press. These name nobody: they stay, where words of one's own go with the names. */
export const DOOR_REASONS = {
  /** Why a device cannot send the rest. */
  excuse: ['手机丢了', '没电了', '没用过这台'],
  correction: ['照纸名单重数', '漏点了', '多点了'],
  firstCount: ['散场时数的', '照纸名单数的'],
  paper: ['照纸名单重数', '门口没网，用纸记的'],
} as const;
