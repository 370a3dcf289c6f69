/** Messages of WeChat are the mini program's. */
export const MAY_SUBSCRIBE = false;

export const askToSubscribe = (_templates: string[]): Promise<string[]> => Promise.resolve([]);
