export default definePageConfig({ navigationBarTitleText: '单位和人员' });
