import type { PickedFile } from './pick-file';

/** Lets the person choose one file with this ending; null where they choose none. */
export function pickFile(ending: string): Promise<PickedFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = `.${ending}`;
  input.style.display = 'none';
  document.body.append(input);
  return new Promise((resolve) => {
    const done = (file: File | undefined) => {
      input.remove();
      resolve(file ? { path: URL.createObjectURL(file), name: file.name } : null);
    };
    input.onchange = () => done(input.files?.[0]);
    input.oncancel = () => done(undefined);
    input.click();
  });
}
