import { currentVersion } from '@openday/shared/consent-texts';
import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { open, routes } from '@/lib/routes';
import { privacyText as words } from '@/lib/text/privacy';
import { useAccount } from '@/lib/tokens';
import { openPrivacyGuide } from '@/platform/privacy';

/** 隐私说明: what is kept, why, how long, who sees it, and what one can do about it. */
export default function PrivacyPage() {
  const account = useAccount();
  return (
    <Page>
      <Group>
        <View className="section">
          <Phrase>{words.lead}</Phrase>
          <View className="cell__sub">{words.version(currentVersion('privacy'))}</View>
        </View>
      </Group>
      {words.parts.map(({ title, items }) => (
        <Group key={title} head={title}>
          {items.map(([what, why]) => (
            <Cell key={what} sub={<Phrase>{why}</Phrase>}>
              {what}
            </Cell>
          ))}
        </Group>
      ))}
      <Group>
        <View className="section">
          <Phrase>{words.how}</Phrase>
        </View>
        {process.env.TARO_ENV === 'weapp' && (
          <Cell icon="doc" sub={words.guideSub} className="rule" onTap={openPrivacyGuide}>
            {words.guide}
          </Cell>
        )}
        {account && (
          <Cell icon="lock" className="rule" onTap={() => open(routes.myData)}>
            {words.toData}
          </Cell>
        )}
      </Group>
      <View className="note">
        <Phrase>{words.ask}</Phrase>
      </View>
    </Page>
  );
}
