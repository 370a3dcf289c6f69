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

/** Begins of events; every word of them is there to be changed. No clock times: when it is held is not known yet. */
export const KINDS: readonly Kind[] = [
  {
    key: 'council',
    name: '居民议事日',
    sub: '定一个议题，居民、物业、社区坐下来商量',
    theme: '居民议事日：',
    content: '说明议题和现状，20 分钟\n居民发言，1 小时\n相关单位回应，20 分钟\n商定怎么办、谁来办、几时办完',
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
    content: '政策解读，40 分钟\n现场答问，40 分钟\n看办事流程，领办事指南',
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
    content: '集合，领参观路线图\n参观办公区和办事大厅，1 小时\n座谈，当场答复意见',
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
    content: '集合，讲安全要求\n跟讲解员参观，1 小时\n提问',
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
