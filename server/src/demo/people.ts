import type { OnBehalfOf } from '@openday/shared/registrations';

export interface DemoPerson {
  name: string;
  phone: string;
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾'];

const phone = (n: number): string => `138000000${String(n).padStart(2, '0')}`;

/** Invented residents, known by a form of address; the first is the one the demo signs in as. */
export const RESIDENTS: DemoPerson[] = SURNAMES.flatMap((surname, i) => [
  { name: `${surname}女士`, phone: phone(2 * i + 1) },
  { name: `${surname}先生`, phone: phone(2 * i + 2) },
]);

/** Those somebody else registers, with their consent; some have no phone. */
export const REGISTERED_BY_OTHERS: OnBehalfOf[] = [
  { name: '爸爸', relation: 'parent', consent: true, phone: phone(91) },
  { name: '妈妈', relation: 'parent', consent: true },
  { name: '丁大爷', relation: 'neighbour', consent: true },
  { name: '魏阿姨', relation: 'served', consent: true, phone: phone(92) },
  { name: '舅舅', relation: 'family', consent: true, phone: phone(93) },
];

export const COMPANIONS = ['爱人', '妈妈', '孩子', '邻居老薛', '姐姐'];

/** Who works the door: their phones are the devices. */
export const DOOR_STAFF = ['门口志愿者', '社区值班员'];
