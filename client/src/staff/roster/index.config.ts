export default definePageConfig({ navigationBarTitleText: '查名单' });
