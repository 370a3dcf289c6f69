import Taro from '@tarojs/taro';

/** Whether WeChat can be asked for leave to send messages. */
export const MAY_SUBSCRIBE = true;
/** WeChat takes no more at a time. */
const MOST = 3;

/** Asks for one message of each of these templates; to be called by the tap itself. Those accepted; none where WeChat refuses to ask. */
export async function askToSubscribe(templates: string[]): Promise<string[]> {
  const tmplIds = templates.slice(0, MOST);
  try {
    // Taro's type also wants Alipay's ids.
    const said = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] });
    return tmplIds.filter((id) => (said as Record<string, unknown>)[id] === 'accept');
  } catch (failure) {
    console.info('not asked', failure);
    return [];
  }
}
