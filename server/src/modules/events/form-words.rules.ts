import type { Form } from '@openday/shared/forms';

/** What people call a form when they look for it; the first is its own name. */
export const FORM_WORDS: Record<Form, readonly string[]> = {
  visit: ['现场观摩', '参观', '观摩', '观看', '走访', '探访', '探营', '走进', '看看', '实地'],
  talk: ['座谈交流', '座谈会', '恳谈', '交流', '面对面', '对话', '聊聊'],
  policy: ['政策解读', '政策讲解', '政策宣讲', '解读政策', '惠民政策'],
  experience: ['互动体验', '动手体验', '体验官', '体验活动', '亲子体验', '试一试'],
  council: ['公开议事', '议事会', '居民议事', '民主议事', '协商', '听证会', '商量'],
  service: ['便民服务', '义诊', '咨询服务', '志愿服务', '现场办公', '上门服务'],
  lecture: ['宣传讲座', '讲座', '讲课', '课堂', '培训', '科普', '宣讲'],
};
