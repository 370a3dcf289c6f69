import { FormRow, type FormRowProps } from './FormRow';
import { InputBox, type InputBoxProps } from './InputBox';

/** A row of a desk form with a box to type into. */
export function InputRow({ sub, error, ...box }: InputBoxProps & Pick<FormRowProps, 'sub' | 'error'>) {
  return (
    <FormRow label={box.label} sub={sub} error={error}>
      <InputBox {...box} />
    </FormRow>
  );
}
