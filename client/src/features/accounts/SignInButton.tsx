import { Button } from '@/components/Button';
import { useSilentSignIn, whenSignedIn } from './sign-in';

/** On a page that only somebody signed in has anything on. */
export function SignInButton({ children }: { children: string }) {
  useSilentSignIn();
  return (
    <Button kind="primary" onTap={() => whenSignedIn(() => undefined)}>
      {children}
    </Button>
  );
}
