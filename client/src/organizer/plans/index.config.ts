export default definePageConfig({ navigationBarTitleText: '计划导入' });
