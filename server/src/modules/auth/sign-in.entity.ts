import type { SignInWay } from '@openday/shared/sign-in';
import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '../../database/columns';

/** 登录过的设备: one sign-in, with the refresh tokens that follow each other in it. */
@Entity('sign_ins')
export class SignIn {
  /** Also the family of its refresh tokens. */
  @PrimaryId() id: string;
  @Index()
  @IdColumn()
  accountId: string;
  @CodeColumn(8) way: SignInWay;
  /** As the device calls itself, in our words: iPhone · 微信. */
  @TextColumn(40) device: string;
  @InstantColumn() createdAt: Date;
  @InstantColumn() seenAt: Date;
  /** Unless it is renewed before. */
  @Index()
  @InstantColumn()
  endsAt: Date;
  /** Signed out, or a token of it was used twice; null = it goes on. */
  @Index()
  @InstantColumn({ nullable: true })
  endedAt: Date | null;
}
