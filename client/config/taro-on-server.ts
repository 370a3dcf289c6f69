// What the first page asks of Taro while it is drawn on the server: nothing is kept there, nothing happens to it.

const never = () => undefined;

export { never as useDidHide, never as useDidShow, never as useReachBottom };

/** Nothing was chosen; the letters' size is seen to where the page arrives. */
const getStorageSync = (key: string) => (key === 'largeType' ? false : '');

export default { getStorageSync };
