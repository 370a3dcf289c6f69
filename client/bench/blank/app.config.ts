export default defineAppConfig({
  pages: ['pages/blank/index'],
  window: { navigationBarTitleText: '空白', navigationStyle: 'default' },
  animation: false,
});
