export default definePageConfig({ navigationBarTitleText: '公开前看一看' });
