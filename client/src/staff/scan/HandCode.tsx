import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { door } from '@/lib/text/door';
import { typedCode } from './typed-code';

const { scan: words } = door;

/** A code typed or pasted where no camera reads it. */
export function HandCode({ onCode, onClose }: { onCode: (code: string) => void; onClose?: () => void }) {
  const [code, setCode] = useState('');
  const check = () => {
    if (code.trim() === '') return;
    onCode(typedCode(code));
    setCode('');
  };
  return (
    <View className="handcode">
      <Field
        id="code"
        label={words.code}
        value={code}
        placeholder={words.codeHint}
        maxlength={140}
        onChange={setCode}
      />
      <View className="handcode__acts">
        {onClose && <Act onTap={onClose}>{words.closeField}</Act>}
        <Button kind="primary" id="check" onTap={check}>
          {words.check}
        </Button>
      </View>
    </View>
  );
}
