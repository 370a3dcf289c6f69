import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { open, routes } from '@/lib/routes';
import { aboutText as words } from '@/lib/text/privacy';

/** The government's own line for help and complaints. */
const HELP_LINE = '12345';

/** 关于开放日: what it is, how to come, and that a phone is not needed. */
export default function AboutPage() {
  return (
    <Page>
      <Group>
        <View className="section">
          <Phrase>{words.lead}</Phrase>
        </View>
      </Group>
      <Group head={words.how}>
        {words.steps.map(([title, sub]) => (
          <Cell key={title} sub={<Phrase>{sub}</Phrase>}>
            {title}
          </Cell>
        ))}
      </Group>
      <Group>
        <Cell icon="people" sub={<Phrase>{words.paperSub}</Phrase>}>
          {words.paper}
        </Cell>
        <Cell icon="tally" sub={<Phrase>{words.fairSub}</Phrase>}>
          {words.fair}
        </Cell>
        <Cell icon="check">{words.free}</Cell>
      </Group>
      <Group>
        <Cell icon="doc" onTap={() => open(routes.privacy)}>
          {words.manual}
        </Cell>
        <Cell icon="flag" onTap={() => open(routes.suggest('complaint'))}>
          {words.complain}
        </Cell>
        <Cell
          icon="phone"
          sub={words.callSub}
          // Closing the phone's question about calling is no failure.
          onTap={() => void Taro.makePhoneCall({ phoneNumber: HELP_LINE }).catch(() => undefined)}
        >
          {words.call(HELP_LINE)}
        </Cell>
      </Group>
    </Page>
  );
}
