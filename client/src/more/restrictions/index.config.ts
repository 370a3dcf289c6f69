export default definePageConfig({ navigationBarTitleText: '报了没来的记录' });
