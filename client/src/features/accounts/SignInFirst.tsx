import { Empty } from '@/components/Empty';
import { registering } from '@/lib/text/registering';
import { SignInButton } from './SignInButton';

const { me: words } = registering;

/** In place of what only somebody signed in has. */
export function SignInFirst() {
  return (
    <Empty icon="user" title={words.none} acts={<SignInButton>{words.signIn}</SignInButton>}>
      {words.noneSub}
    </Empty>
  );
}
