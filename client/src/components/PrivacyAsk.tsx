import { Button as NativeButton } from '@tarojs/components';
import { everyone } from '@/lib/text/everyone';
import { useInSight } from '@/lib/useInSight';
import { answerPrivacy, openPrivacyGuide, usePrivacyAsked } from '@/platform/privacy';
import { Act } from './Act';
import { Button } from './Button';
import { Phrase } from './Phrase';
import { Sheet } from './Sheet';

const { privacy: words } = everyone;
/** WeChat looks whether the button of this id was really pressed. */
const AGREE = 'agree-privacy';

/** Rises over the page in sight when WeChat wants the privacy guide agreed to; not agreeing leaves all else as it was. */
export function PrivacyAsk() {
  const asked = usePrivacyAsked((state) => state.answer !== null);
  const inSight = useInSight();
  if (!asked || !inSight) return null;
  const refuse = () => answerPrivacy(null);
  return (
    <Sheet
      title={words.title}
      label={words.title}
      foot={
        <>
          <NativeButton
            id={AGREE}
            className="btn btn--primary"
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => answerPrivacy(AGREE)}
          >
            {words.agree}
          </NativeButton>
          <Button kind="plain" onTap={refuse}>
            {words.refuse}
          </Button>
        </>
      }
      onClose={refuse}
    >
      <Phrase>{words.lead}</Phrase>
      <Act icon="doc" onTap={openPrivacyGuide}>
        {words.guide}
      </Act>
    </Sheet>
  );
}
