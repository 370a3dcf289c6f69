import Taro from '@tarojs/taro';

export interface Destination {
  name: string;
  address: string;
  /** GCJ-02. */
  lng: number;
  lat: number;
}

/** Opens WeChat's own map on the place, with ways to go there. True = it is open. */
export async function openDirections({ name, address, lng, lat }: Destination): Promise<boolean> {
  await Taro.openLocation({ longitude: lng, latitude: lat, name, address, scale: 16 });
  return true;
}
