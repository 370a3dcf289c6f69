/** Radicals that stand for whole characters of today's script, and dashes printed as one sign. */
const SUPPLEMENT = new Map(
  (
    '2e81厂 2e8e兀 2e92巳 2e93幺 2e9c日 2e9d月 2e9f母 2ea0民 2ea9王 2eac示 2eae竹 2eb6羊 2eb7羊 2ebc月 2ec4西 2ec5见 ' +
    '2ec6角 2ec9贝 2eca足 2ecb车 2ed1長 2ed3长 2ed4门 2ed7雨 2ed8青 2ed9韦 2eda页 2edb风 2edc飞 2edd食 2ee1首 2ee2马 ' +
    '2ee3骨 2ee4鬼 2ee5鱼 2ee6鸟 2ee7卤 2ee8麦 2ee9黄 2eea黾 2eec齐 2eee齿 2ef0龙 2ef3龟 2f3e户 2e3a—— 2e3b———'
  )
    .split(' ')
    .map((pair) => [String.fromCodePoint(Number.parseInt(pair, 16)), pair.slice(4)] as const),
);

/**
 * Text with characters for the radicals that look the same: programs that print to PDF write ⽉ (U+2F49) for 月, and
 * whoever copies from one pastes it.
 */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e3a\u2e3b\u2e80-\u2fd5]/g, (sign) => SUPPLEMENT.get(sign) ?? sign.normalize('NFKC'));
}
