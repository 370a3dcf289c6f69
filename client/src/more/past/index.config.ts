export default definePageConfig({ navigationBarTitleText: '办过的活动' });
