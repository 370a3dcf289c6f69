export default definePageConfig({ navigationBarTitleText: '补录纸名单' });
