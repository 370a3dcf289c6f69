import type { RegistrationStatus } from '@openday/shared/registrations';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { ticketWords as words } from '@/lib/text/ticket';

/** Who has no code yet does not read 入场码 above the page. */
export function useTicketTitle(status: RegistrationStatus | undefined): void {
  useEffect(() => {
    if (status) void Taro.setNavigationBarTitle({ title: status === 'confirmed' ? words.title : words.titleWithout });
  }, [status]);
}
