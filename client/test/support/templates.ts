/** WeChat's templates, as a server is told of them. */
export const TEMPLATES = {
  PLACES: 'template-of-places-000',
  CHANGES: 'template-of-changes-00',
  DATES: 'template-of-dates-0000',
  WORK: 'template-of-work-00000',
};

export const templateEnv = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(TEMPLATES).map(([topic, id]) => [
      `WECHAT_TEMPLATE_${topic}`,
      `${id} thing1=theme time2=when phrase3=status`,
    ]),
  );
