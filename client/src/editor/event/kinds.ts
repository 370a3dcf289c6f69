import type { Form } from '@openday/shared/forms';
import type { Topic } from '@openday/shared/topics';
import { type EventForm, emptyForm } from './event-form';

/** A kind of event that is often held. */
export interface Kind {
  key: string;
  name: string;
  sub: string;
  theme: string;
  content: string;
  forms: Form[];
  topic: Topic;
  audience: string;
  min: string;
  max: string;
}

/** Begins of events; every word of them is there to be changed. */
export const KINDS: readonly Kind[] = [
  {
    key: 'council',
    name: '居民议事日',
    sub: '定一个议题，居民、物业、社区坐下来商量',
    theme: '居民议事日：',
    content: '9:00 说明议题和现状\n9:20 居民发言\n10:20 相关单位回应\n10:40 商定怎么办、谁来办、几时办完',
    forms: ['council', 'talk'],
    topic: 'community',
    audience: '本社区居民',
    min: '15',
    max: '30',
  },
  {
    key: 'theme',
    name: '政务公开主题日',
    sub: '讲一项政策，现场答问',
    theme: '政务公开主题日：',
    content: '9:00 政策解读\n9:40 现场答问\n10:20 看办事流程，领办事指南',
    forms: ['policy', 'service'],
    topic: 'office',
    audience: '',
    min: '20',
    max: '40',
  },
  {
    key: 'office',
    name: '机关开放日',
    sub: '走进单位，看怎么办公，和负责人面对面',
    theme: '机关开放日：走进',
    content: '9:00 集合，领参观路线图\n9:15 参观办公区和办事大厅\n10:10 座谈，当场答复意见',
    forms: ['visit', 'talk'],
    topic: 'office',
    audience: '居民、企业代表、人大代表、政协委员',
    min: '20',
    max: '30',
  },
  {
    key: 'visit',
    name: '现场观摩',
    sub: '看一处设施或工地，听人讲解',
    theme: '去看看',
    content: '9:00 集合，讲安全要求\n9:15 跟讲解员参观\n10:15 提问',
    forms: ['visit', 'experience'],
    topic: 'city',
    audience: '',
    min: '20',
    max: '30',
  },
];

export function formOfKind(kind: Kind, firstPool: string): EventForm {
  const { theme, content, forms, topic, audience, min, max } = kind;
  const form = emptyForm(firstPool);
  for (const session of form.sessions) for (const pool of session.setup.pools) pool.capacity = max;
  return { ...form, theme, content, forms, topic, audience, min, max };
}
