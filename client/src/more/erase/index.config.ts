export default definePageConfig({ navigationBarTitleText: '删除账号' });
