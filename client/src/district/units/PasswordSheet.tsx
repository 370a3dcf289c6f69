import type { MemberPassword } from '@openday/shared/people';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Group } from '@/components/Group';
import { Sheet } from '@/components/Sheet';
import { say } from '@/lib/say';
import { district } from '@/lib/text/district';

const { members: words } = district;

/** A password that was handed out, shown this once. */
export function PasswordSheet({ made: { member, password }, onClose }: { made: MemberPassword; onClose: () => void }) {
  const copy = () => {
    // A browser that lets no page copy says so itself; the words stand here to be written down.
    Taro.setClipboardData({ data: `${member.username} ${password}` }).then(
      () => say(words.copied),
      () => undefined,
    );
  };
  return (
    <Sheet
      title={words.password(member.name)}
      sub={words.passwordSub}
      label={words.password(member.name)}
      foot={
        <Button kind="primary" className="sheet__do" onTap={copy}>
          {words.copy}
        </Button>
      }
      onClose={onClose}
    >
      <Group>
        <View className="section">
          <View>{member.username}</View>
          <View className="secret">{password}</View>
        </View>
      </Group>
    </Sheet>
  );
}
