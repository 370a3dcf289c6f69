import { View } from '@tarojs/components';
import { Notice } from '@/components/Notice';
import type { ApiError } from '@/lib/api-error';
import { planning } from '@/lib/text/planning';

const { make: words } = planning;

/** Why a sheet was not taken, what it seems to be, and what to do; asking for title and year is no failure. */
export function Refusal({ failure, file }: { failure: ApiError; file: string | null }) {
  if (failure.code === 'PLAN_TITLE_NEEDED') return <Notice icon="ask">{words.titleAsk}</Notice>;
  return (
    <Notice kind="bad" icon="alert">
      <View className="strong">{file ? words.refusedFile(file) : words.refused}</View>
      <View>{failure.message}</View>
      {failure.details.map(({ field, message }) => (
        <View key={`${field}-${message}`}>{message}</View>
      ))}
    </Notice>
  );
}
