/// <reference types="@tarojs/taro" />

declare module '*.scss';

/** Where the API is: a path on H5, a whole address in the mini program. */
declare const API_BASE: string;
/** Tile address of the map, or empty: no map is drawn. */
declare const MAP_TILES: string;
/** The datum MAP_TILES is drawn in. */
declare const MAP_DATUM: 'gcj02' | 'wgs84';

declare module '@tarojs/components-react/dist/components/*' {
  const component: import('react').ComponentType<Record<string, unknown>>;
  export default component;
}
