export default definePageConfig({ navigationBarTitleText: '我替家人报的' });
