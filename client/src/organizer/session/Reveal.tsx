import type { Question } from '@openday/shared/questions';
import type { Registrant } from '@openday/shared/registrations';
import { useMutation } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Act } from '@/components/Act';
import { Sheet } from '@/components/Sheet';
import { api } from '@/lib/api';
import { sayFailure } from '@/lib/say';
import { admitting } from '@/lib/text/admitting';
import { answerWords } from './answer-words';

const { reveal: words } = admitting;

/** Full names, the telephone and ID numbers, asked for one party at a time: that it was read is recorded. */
export function Reveal({ registrant, questions }: { registrant: Registrant; questions: Question[] }) {
  const asked = useMutation({
    mutationFn: () => api('POST /registrations/:id/reveal', { params: { id: registrant.id } }),
    onError: sayFailure,
  });
  const { name, phone, companions, answers } = asked.data ?? { name: '', phone: null, companions: [], answers: [] };
  const named = companions.flatMap((companion) => companion.name ?? []);
  return (
    <>
      <Act
        className="person__reveal"
        label={words.askOf(registrant.name)}
        disabled={asked.isPending}
        onTap={() => asked.mutate()}
      >
        {words.ask}
      </Act>
      {asked.data && (
        <Sheet title={name} sub={words.audited} label={words.askOf(name)} onClose={asked.reset}>
          <View className="reveal">
            {phone ? (
              <Act icon="phone" onTap={() => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}>
                {phone}
              </Act>
            ) : (
              <View>{words.noPhone}</View>
            )}
            {named.length > 0 && <View>{words.with(named)}</View>}
            {answers.map(({ question, value }) => (
              <View key={question}>{answerWords(questions, question, value)}</View>
            ))}
          </View>
        </Sheet>
      )}
    </>
  );
}
