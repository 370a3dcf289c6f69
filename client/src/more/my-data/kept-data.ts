import type { MyData } from '@openday/shared/me';

/** What the phone keeps of it in plain: no whole number, no answer's words, no raw rows. */
export function keptData(data: MyData): MyData {
  const { account, registrations } = data;
  return {
    ...data,
    account: { ...account, phone: masked(account.phone) },
    registrations: registrations.map((one) => ({
      ...one,
      phone: masked(one.phone),
      registration: {
        ...one.registration,
        answers: one.registration.answers.map(({ question }) => ({ question, value: '' })),
      },
    })),
    records: [],
  };
}

const masked = (phone: string | null) => phone && `*******${phone.slice(-4)}`;
