import type { Device } from '@openday/shared/sign-in';
import type { SignIn } from './sign-in.entity';

/** `here`: the id of the sign-in that asks. */
export const presentDevice = ({ id, way, device, createdAt, seenAt }: SignIn, here: string | undefined): Device => ({
  id,
  way,
  device,
  signedInAt: createdAt.toISOString(),
  seenAt: seenAt.toISOString(),
  here: id === here,
});
