export default definePageConfig({
  // The colour of the answer is the page, up to its upper edge.
  navigationStyle: 'custom',
  navigationBarTitleText: '扫码',
  navigationBarTextStyle: 'white',
  disableScroll: true,
});
