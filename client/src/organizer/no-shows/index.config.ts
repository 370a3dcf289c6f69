export default definePageConfig({ navigationBarTitleText: '报了没来的规则' });
