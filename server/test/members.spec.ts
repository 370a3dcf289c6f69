import type { Tokens } from '@openday/shared/auth';
import type { AuditLine, Member, MemberPassword, Unit } from '@openday/shared/people';
import type { Page } from '@openday/shared/wire';
import { Account } from '../src/modules/accounts/account.entity';
import type { Organizer } from '../src/modules/organizers/organizer.entity';
import { Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, theDistrict } from './support/factories';

let test_: TestApp;
let district: Api;
let made = 0;

beforeAll(async () => {
  test_ = await startApp();
  district = await theDistrict(test_);
});
afterAll(() => test_.stop());

const OWN = 'zi-ji-xuan-de-mi-ma';

async function aMember(desk: Api, unit: Organizer, role: Member['role'] = 'organizer') {
  made += 1;
  const username = `member-${made}`;
  const body = { username, name: '陈晓', role, organizerId: unit.id };
  return { username, ...(await desk.post<MemberPassword>('/desk/members', body)).body };
}

/** Signed in with a password of their own. */
async function signedIn(username: string, password: string): Promise<Api & { refreshToken: string }> {
  const body = { username, password, newPassword: OWN };
  const answer = await test_.anonymous.post<Tokens>('/auth/password/change', body);
  expect(answer.status).toBe(200);
  return Object.assign(new Api(test_.app, answer.body.accessToken), { refreshToken: answer.body.refreshToken });
}

test('a password that was handed out is good for choosing another one, once and for a week', async () => {
  const unit = await anOrganizer(test_);
  const { username, password, member } = await aMember(district, unit);
  expect(member).toMatchObject({ username, passwordOnce: true, organizer: { name: unit.name }, disabledAt: null });
  const signIn = (secret: string) =>
    test_.anonymous.post<{ code: string }>('/auth/password', { username, password: secret });
  expect((await signIn(password)).body.code).toBe('PASSWORD_ONCE');
  const late = await aMember(district, unit);
  await test_.database.write((m) =>
    m.update(Account, { id: late.member.id }, { passwordOnceUntil: new Date(Date.now() - 1000) }),
  );
  const change = { username: late.username, password: late.password, newPassword: OWN };
  expect((await test_.anonymous.refused('POST', '/auth/password/change', change)).code).toBe('WRONG_PASSWORD');
  const who = await signedIn(username, password);
  expect((await who.get<{ organizer: { id: string } }>('/me')).body.organizer.id).toBe(unit.id);
  expect((await signIn(password)).status).toBe(401);
  expect((await signIn(OWN)).status).toBe(200);
});

test('A33 somebody disabled is out at once, with every token; within half a minute on another replica', async () => {
  const unit = await anOrganizer(test_);
  const { username, password, member } = await aMember(district, unit);
  const who = await signedIn(username, password);
  expect((await who.get('/venues')).status).toBe(200);
  const other = onMariadb ? new Api((await test_.replica()).app, who.token) : null;
  if (other) expect((await other.get('/venues')).status).toBe(200);
  expect((await district.post<Member>(`/desk/members/${member.id}/disable`)).body.disabledAt).not.toBeNull();
  for (const path of ['/venues', '/me', '/events']) expect((await who.refused('GET', path)).code).toBe('TOKEN_EXPIRED');
  expect((await test_.anonymous.refused('POST', '/auth/refresh', { refreshToken: who.refreshToken })).code).toBe(
    'TOKEN_EXPIRED',
  );
  expect((await test_.anonymous.refused('POST', '/auth/password', { username, password: OWN })).status).toBe(401);
  if (other) {
    // Whatever the wall clock says meanwhile.
    const [later, back] = [performance.now() + 21_000, Date.now() - 7_200_000];
    const clocks = [
      jest.spyOn(performance, 'now').mockReturnValue(later),
      jest.spyOn(Date, 'now').mockReturnValue(back),
    ];
    expect((await other.refused('GET', '/venues')).code).toBe('TOKEN_EXPIRED');
    for (const clock of clocks) clock.mockRestore();
  }
  await district.post(`/desk/members/${member.id}/enable`);
  expect((await test_.anonymous.post('/auth/password', { username, password: OWN })).status).toBe(200);
});

test('a unit makes and changes people of its own subtree only, never the district’s, nor themselves', async () => {
  const [street, neighbour] = [await anOrganizer(test_), await anOrganizer(test_)];
  const community = await anOrganizer(test_, { parentId: street.id });
  const desk = await test_.as('organizer', street.name);
  const below = await aMember(desk, community, 'observer');
  expect(below.member.role).toBe('observer');
  const theirs = await aMember(district, neighbour);
  const body = { username: 'somebody', name: '某人', role: 'organizer', organizerId: neighbour.id };
  expect((await desk.refused('POST', '/desk/members', body)).status).toBe(404);
  for (const [method, path] of [
    ['PATCH', ''],
    ['POST', '/password'],
    ['POST', '/disable'],
    ['POST', '/enable'],
  ] as const)
    expect((await desk.refused(method, `/desk/members/${theirs.member.id}${path}`, {})).status).toBe(404);
  expect((await desk.get<Page<Member>>('/desk/members')).body.items.map(({ id }) => id)).not.toContain(
    theirs.member.id,
  );
  expect((await desk.refused('GET', `/desk/members?organizer=${neighbour.id}`)).status).toBe(404);
  const asDistrict = { username: 'little-king', name: '某人', role: 'district', organizerId: street.id };
  expect((await desk.refused('POST', '/desk/members', asDistrict)).code).toBe('FORBIDDEN');
  expect((await desk.refused('PATCH', `/desk/members/${below.member.id}`, { role: 'district' })).code).toBe(
    'FORBIDDEN',
  );
  const { body: people } = await desk.get<Page<Member>>('/desk/members');
  const self = people.items.find((one) => one.self)!;
  expect((await desk.refused('POST', `/desk/members/${self.id}/disable`)).code).toBe('NOT_YOURSELF');
  const again = { ...body, username: below.username, organizerId: street.id };
  expect((await desk.refused('POST', '/desk/members', again)).code).toBe('USERNAME_TAKEN');
});

test('who gets another role or unit is held to it without signing in again', async () => {
  const [one, two] = [await anOrganizer(test_), await anOrganizer(test_)];
  const { username, password, member } = await aMember(district, one);
  const who = await signedIn(username, password);
  const session = await aPublishedSession(district, {}, { organizerId: two.id });
  expect((await who.refused('GET', `/sessions/${session.id}/registrations`)).status).toBe(404);
  const changes = { role: 'observer', organizerId: two.id };
  expect((await district.patch<Member>(`/desk/members/${member.id}`, changes)).body).toMatchObject({
    role: 'observer',
    organizer: { id: two.id },
  });
  expect((await who.get(`/sessions/${session.id}/registrations`)).status).toBe(200);
  expect((await who.refused('POST', `/sessions/${session.id}/cancel`, { reason: '不让改' })).status).toBe(403);
});

test('a unit put below another takes all below it along, and who is signed in sees the tree as it is', async () => {
  const [street, town] = [await anOrganizer(test_), await anOrganizer(test_)];
  const office = await anOrganizer(test_, { parentId: street.id });
  const community = await anOrganizer(test_, { parentId: office.id });
  const session = await aPublishedSession(district, {}, { organizerId: community.id });
  const desk = await test_.as('organizer', street.name);
  const sees = async (who: Api) => (await who.get(`/sessions/${session.id}/registrations`)).status;
  expect(await sees(desk)).toBe(200);
  const ofTown = await test_.as('organizer', town.name);
  expect(await sees(ofTown)).toBe(404);
  expect((await district.patch(`/organizers/${office.id}`, { parentId: town.id })).status).toBe(200);
  expect([await sees(desk), await sees(ofTown)]).toEqual([404, 200]);
  const { body } = await ofTown.get<{ items: Unit[] }>('/desk/units');
  expect(body.items.map(({ id }) => id)).toEqual([town.id, office.id, community.id]);
  expect(body.items.map(({ own, withBelow }) => [own.sessions, withBelow.sessions])).toEqual([
    [0, 1],
    [0, 1],
    [1, 1],
  ]);
});

test('no unit is put below itself, out of somebody else’s subtree, or moved by its own people', async () => {
  const [street, neighbour] = [await anOrganizer(test_), await anOrganizer(test_)];
  const office = await anOrganizer(test_, { parentId: street.id });
  const desk = await test_.as('organizer', street.name);
  const move = (id: string, parentId: string) => desk.refused('PATCH', `/organizers/${id}`, { parentId });
  expect((await move(office.id, office.id)).code).toBe('UNIT_BELOW_ITSELF');
  expect((await move(office.id, neighbour.id)).status).toBe(404);
  expect((await move(neighbour.id, street.id)).status).toBe(404);
  expect((await move(street.id, office.id)).status).toBe(400);
  const twin = await anOrganizer(test_, { parentId: street.id });
  expect((await desk.refused('PATCH', `/organizers/${twin.id}`, { name: office.name })).code).toBe('DUPLICATE_NAME');
  const renamed = { name: '换了名的办公室', contactName: '值班室', contactPhone: '0635-0000002' };
  expect((await desk.patch(`/organizers/${office.id}`, renamed)).status).toBe(200);
  expect((await desk.get<{ items: Unit[] }>('/desk/units')).body.items).toEqual(
    expect.arrayContaining([expect.objectContaining(renamed)]),
  );
});

test('two units put below each other at once: one of them is refused', async () => {
  const [one, two] = [await anOrganizer(test_), await anOrganizer(test_)];
  const answers = await Promise.all([
    district.patch<{ code?: string }>(`/organizers/${one.id}`, { parentId: two.id }),
    district.patch<{ code?: string }>(`/organizers/${two.id}`, { parentId: one.id }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a unit reads what its own people did, the district all; by day, act and account, page by page, never values', async () => {
  const [street, neighbour] = [await anOrganizer(test_), await anOrganizer(test_)];
  const desk = await test_.as('organizer', street.name);
  const other = await test_.as('organizer', neighbour.name);
  const day = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const from = day();
  const made = [await aMember(desk, street), await aMember(desk, street), await aMember(desk, street)];
  await aMember(other, neighbour);
  const read = async (who: Api, query = '') => (await who.get<Page<AuditLine>>(`/desk/audit?${query}`)).body;
  const own = await read(desk, 'act=member.create&limit=2');
  expect(own.items.map(({ act, target }) => [act, target.id])).toEqual([
    ['member.create', made[2]!.member.id],
    ['member.create', made[1]!.member.id],
  ]);
  expect(own.items[0]!.who).toMatchObject({ organizer: street.name });
  const rest = await read(desk, `act=member&limit=2&cursor=${own.nextCursor}`);
  expect(rest.items.map(({ target }) => target.id)).toContain(made[0]!.member.id);
  expect(JSON.stringify(own)).not.toContain('陈晓');
  expect((await read(desk, 'to=2020-01-01')).items).toEqual([]);
  expect((await read(desk, `from=${from}&to=${day()}&act=member.create`)).items).toHaveLength(3);
  const all = await read(district, 'act=member.create&limit=100');
  expect(new Set(all.items.map(({ who }) => who?.organizer))).toEqual(
    expect.objectContaining(new Set([street.name, neighbour.name])),
  );
  const account = all.items.find(({ who }) => who?.organizer === neighbour.name)!.who!.id;
  expect((await read(district, `account=${account}&act=member.create`)).items).toHaveLength(1);
  expect((await desk.refused('GET', `/desk/audit?account=${account}`)).status).toBe(404);
  expect((await read(desk, 'act=audit')).items[0]).toMatchObject({ act: 'audit.read' });
});

test('a profile changed from two devices at once keeps both changes', async () => {
  const who = await test_.as('resident', '两台手机');
  for (let i = 0; i < 5; i++) {
    const [phone, name] = [`1380000${String(1000 + i)}`, `第${i}次`];
    await Promise.all([who.patch('/me', { phone }), who.patch('/me', { name })]);
    expect((await who.get('/me')).body).toMatchObject({ name, phoneLast4: phone.slice(-4) });
  }
});
