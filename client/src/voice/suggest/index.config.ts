export default definePageConfig({ navigationBarTitleText: '说给单位听' });
