/** Words every audience meets. */
export const everyone = {
  appName: '开放日',
  offline: '没有网络，连上以后再试一次。',
  notOurs: '服务没打开，请稍等几秒再试。',
  again: '再试一次',
  close: '关上',
  back: '返回',
  loading: '正在打开',
  less: '减一人',
  more: '加一人',
  clear: '清空',
  people: (n: number) => `${n} 人`,
  seatsOf: (capacity: number, taken: number) => `${capacity} 个名额，已报 ${taken} 个`,
  code: (seats: number) => `入场码，${seats} 人`,
};
