export default definePageConfig({ navigationBarTitleText: '网站推送' });
