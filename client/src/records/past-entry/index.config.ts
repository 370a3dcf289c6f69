export default definePageConfig({ navigationBarTitleText: '补录一场' });
