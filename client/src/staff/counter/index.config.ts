export default definePageConfig({ navigationBarTitleText: '现场计数' });
