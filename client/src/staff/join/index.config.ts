export default definePageConfig({ navigationBarTitleText: '门口帮忙' });
