export default definePageConfig({ navigationBarTitleText: '名额和报名设置' });
