import { Global, Module } from '@nestjs/common';
import { AttemptsWriter } from './attempts.writer';

/** How often something may be tried. */
@Global()
@Module({ providers: [AttemptsWriter], exports: [AttemptsWriter] })
export class AttemptsModule {}
