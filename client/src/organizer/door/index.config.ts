export default definePageConfig({ navigationBarTitleText: '门口人员' });
