import { TEMPLATE_TOPICS, type TemplateTopic } from '@openday/shared/messages';

/** What we put into a field of WeChat's template. */
const WORDS = ['theme', 'when', 'where', 'what', 'status', 'unit'] as const;
export type TemplateWord = (typeof WORDS)[number];

/** A template of WeChat's subscription messages, and which of its fields takes what. */
export interface Template {
  topic: TemplateTopic;
  id: string;
  /** By the field's name: `{ thing1: 'theme', time2: 'when' }`. */
  fields: Record<string, TemplateWord>;
}

/** `when` only fits these, and they take nothing else. */
const TIMES = /^(time|date)\d+$/;
const FIELD = /^(thing|phrase|time|date)\d+$/;

/** `WECHAT_TEMPLATE_PLACES=ID thing1=theme time2=when phrase3=status`: one variable a topic, none = not sent by WeChat. */
export function readTemplates(env: Record<string, string | undefined>, problems: string[]): Template[] {
  return TEMPLATE_TOPICS.flatMap((topic) => {
    const name = `WECHAT_TEMPLATE_${topic.toUpperCase()}`;
    const text = env[name];
    if (!text) return [];
    const [id = '', ...pairs] = text.trim().split(/\s+/);
    const fields = pairs.map((pair) => pair.split('='));
    const sound = fields.every(
      ([field = '', word = '']) =>
        FIELD.test(field) && WORDS.some((known) => known === word) && (!TIMES.test(field) || word === 'when'),
    );
    if (!/^[\w-]{20,64}$/.test(id) || !pairs.length || !sound) {
      const forms = 'thing1=theme|when|where|what|status|unit, phrase2=status, time3=when, date4=when';
      problems.push(`${name}: the template's id, then its fields (${forms})`);
      return [];
    }
    return [{ topic, id, fields: Object.fromEntries(fields) as Template['fields'] }];
  });
}
