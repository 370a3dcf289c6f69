export default definePageConfig({ navigationBarTitleText: '结束签到' });
