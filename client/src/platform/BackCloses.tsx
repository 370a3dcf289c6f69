import { PageContainer } from '@tarojs/components';

/** WeChat's Back closes what lies over the page, and the page stays: WeChat asks for a container of its own, here empty. */
export function BackCloses({ onBack }: { onBack: () => void }) {
  return <PageContainer show overlay={false} customStyle="height:0" onBeforeLeave={onBack} />;
}
