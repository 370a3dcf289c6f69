export default definePageConfig({ navigationBarTitleText: '入场凭条' });
