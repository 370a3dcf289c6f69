import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { registering } from '@/lib/text/registering';
import { SignInSheet } from './SignInSheet';
import { whenSignedIn } from './sign-in';

const { me: words } = registering;

/** In place of what only somebody signed in has. */
export function SignInFirst() {
  return (
    <>
      <Empty
        icon="user"
        title={words.none}
        acts={
          <Button kind="primary" onTap={() => whenSignedIn(() => undefined)}>
            {words.signIn}
          </Button>
        }
      >
        {words.noneSub}
      </Empty>
      <SignInSheet />
    </>
  );
}
