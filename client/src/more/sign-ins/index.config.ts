export default definePageConfig({ navigationBarTitleText: '登录和设备' });
