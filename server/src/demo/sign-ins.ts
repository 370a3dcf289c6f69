import { UNITS } from './units';

/** Who may sign in to the demo and where, for the console; `address` is the server's, without a slash at its end. */
export function demoSignIns(address: string): string {
  const at = (page: string) => `${address}/#/${page}`;
  return [
    '演示不用密码：打开下面的网页，点“登录”，选一个身份。',
    `  居民      ${at('pages/me/index')}    王女士，已经报了几场`,
    `  门口人员  ${at('staff/today/index')}    今天的场次都能扫码`,
    `  承办单位  ${at('organizer/home/index')}    ${UNITS.jiuzhou.name}和它的社区`,
    `  区里      ${at('organizer/home/index')}    ${UNITS.district.name}，看得到各单位`,
  ].join('\n');
}
