import type { ReactNode } from 'react';
import { Button } from './Button';
import { Notice } from './Notice';
import { Sheet, type SheetProps } from './Sheet';

export interface FormSheetProps extends Omit<SheetProps, 'label' | 'foot' | 'into'> {
  title: string;
  /** Names the sheet for a screen reader where its title does not. */
  label?: string;
  /** On the button: what it does, or what is still wanting. */
  submit: string;
  ready: boolean;
  busy?: boolean;
  /** Why it was refused, said above the form. */
  failure?: Error | null;
  /** Below the button. */
  also?: ReactNode;
  onSubmit: () => void;
}

/** A few fields over the page and one button that sends them. */
export function FormSheet(props: FormSheetProps) {
  const { title, label = title, submit, ready, busy, failure, also, children, onSubmit, ...sheet } = props;
  return (
    <Sheet
      {...sheet}
      title={title}
      label={label}
      foot={
        <>
          <Button kind="primary" className="sheet__do" off={!ready} busy={busy} onTap={onSubmit}>
            {submit}
          </Button>
          {also}
        </>
      }
    >
      {failure && (
        <Notice kind="bad" icon="alert">
          {failure.message}
        </Notice>
      )}
      {children}
    </Sheet>
  );
}
