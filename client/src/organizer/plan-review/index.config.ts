export default definePageConfig({ navigationBarTitleText: '核对计划' });
