import { aQuota, aSession } from '../../../test/support/wire';
import { sessionSetup, setupForm, setupLacks, withMode } from './setup-form';

const words = { name: '名', capacity: '数', draws: '抽' };

test('what stands goes to the server as it came, without what is usual', () => {
  const quota = aQuota({ name: '企业代表', declaration: '我是企业代表', asksEnterprise: true, perEnterprise: 2 });
  const session = aSession({ quotas: [aQuota(), quota], ceiling: 30, confirmHours: 4 });
  expect(sessionSetup(setupForm(session))).toEqual({
    mode: 'firstCome',
    quotas: [
      { name: '居民', capacity: 20 },
      { name: '企业代表', capacity: 20, declaration: '我是企业代表', asksEnterprise: true, perEnterprise: 2 },
    ],
    partyMax: 5,
    companions: 'counted',
    asksChildren: false,
    ceiling: 30,
    confirmHours: 4,
  });
});

test('a session without registration sends no pools, and one with it begins with a pool to fill in', () => {
  const form = setupForm(aSession());
  expect(sessionSetup(withMode(form, 'none', '居民'))).toEqual({ mode: 'none' });
  const opened = withMode({ ...form, pools: [], mode: 'none' }, 'draw', '居民');
  expect(opened.pools.map(({ name }) => name)).toEqual(['居民']);
  expect(setupLacks(opened, words)).toEqual({ 'quotas.0.capacity': '数', draw: '抽' });
});
