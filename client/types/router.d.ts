import '@tarojs/taro';

declare module '@tarojs/taro' {
  interface TaroStatic {
    /** On H5 alone: the router's own view of where it is; untold by Taro's types. */
    history: { location: { key: string } };
  }
}
