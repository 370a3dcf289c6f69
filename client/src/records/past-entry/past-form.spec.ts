import { noTallies, withCount } from '../papers/tally';
import { blankForm, nextForm, pastSessionOf } from './past-form';

const form = {
  ...blankForm('2022'),
  ...{ theme: '走进净水厂', place: '净水厂', actual: '38' },
  ...{ startsAt: '2022-09-06T01:00:00.000Z', endsAt: '2022-09-06T03:00:00.000Z' },
};

test('what was left empty is not known, and is not sent as 0', () => {
  expect(pastSessionOf(form)).toEqual({
    ...{ theme: '走进净水厂', place: '净水厂', actual: 38, source: 'counted' },
    ...{ startsAt: form.startsAt, endsAt: form.endsAt },
  });
  expect(pastSessionOf({ ...form, handedOut: '60', returned: '57', explanations: '0' })).toMatchObject({
    questionnaires: { handedOut: 60, returned: 57 },
    explanations: 0,
  });
});

test('forms, programme and what was ticked go with it; ticks that do not add up hold it back', () => {
  const ticked = withCount(withCount(noTallies(), 'satisfaction', 'good', 57), 'clarity', 'clear', 57);
  const more = { programme: '7', forms: ['visit' as const], handedOut: '60', returned: '57', tallies: ticked };
  expect(pastSessionOf({ ...form, ...more })).toMatchObject({
    ...{ programmeId: '7', forms: ['visit'] },
    questionnaires: { handedOut: 60, returned: 57, tallies: ticked },
  });
  expect(pastSessionOf({ ...form, ...more, returned: '58' })).toBeNull();
});

test.each([[{ theme: '厂' }], [{ actual: '' }], [{ actual: '很多' }], [{ place: ' ' }], [{ endsAt: form.startsAt }]])(
  '%j is not enough to record',
  (over) => {
    expect(pastSessionOf({ ...form, ...over })).toBeNull();
  },
);

test('the next one begins at the same unit and place, with nothing counted', () => {
  expect(nextForm({ ...form, unit: '1' })).toMatchObject({ unit: '1', place: '净水厂', theme: '', actual: '' });
});
