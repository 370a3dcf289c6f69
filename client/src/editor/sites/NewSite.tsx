import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { InputRow } from '@/features/desk/InputRow';
import { api } from '@/lib/api';
import { outgoing } from '@/lib/text/outward';

const { sites: words } = outgoing;

/** Adds a site; its secret is handed over once. */
export function NewSite({ onMade }: { onMade: (secret: string) => void }) {
  const client = useQueryClient();
  const [url, setUrl] = useState('');
  const [tried, setTried] = useState(false);
  const make = useMutation({
    mutationFn: () => api('POST /webhooks', { body: { url: url.trim() } }),
    onSuccess: async ({ secret }) => {
      setUrl('');
      setTried(false);
      onMade(secret);
      await client.invalidateQueries({ queryKey: ['webhooks'] });
    },
  });
  const good = /^https:\/\/\S{4,}$/.test(url.trim());
  const submit = () => {
    setTried(true);
    if (good) make.mutate();
  };
  return (
    <View className="group panel">
      <InputRow
        label={words.url}
        error={tried && !good ? words.needUrl : make.error?.message}
        value={url}
        placeholder={words.urlHint}
        maxlength={300}
        onChange={(next) => {
          setUrl(next);
          make.reset();
        }}
      />
      <Button kind="primary" busy={make.isPending} onTap={submit}>
        {words.add}
      </Button>
    </View>
  );
}
