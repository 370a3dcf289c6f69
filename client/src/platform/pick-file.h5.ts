import type { PickedFile } from './pick-file';

/** Lets the person choose one file with one of these endings; null where they choose none. */
export function pickFile(endings: readonly string[]): Promise<PickedFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = endings.map((ending) => `.${ending}`).join();
  input.style.display = 'none';
  document.body.append(input);
  return new Promise((resolve) => {
    const done = (file: File | undefined) => {
      input.remove();
      resolve(file ? picked(file) : null);
    };
    input.onchange = () => done(input.files?.[0]);
    input.oncancel = () => done(undefined);
    input.click();
  });
}

/** Takes a file dragged onto the page; `onOver` tells while one is held above it. Returns the way to stop. */
export function listenDrops(onFile: (file: PickedFile) => void, onOver: (over: boolean) => void): () => void {
  const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  const over = (event: DragEvent) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    onOver(true);
  };
  // Going from one element to the next within the page leaves nothing.
  const leave = (event: DragEvent) => event.relatedTarget === null && onOver(false);
  const drop = (event: DragEvent) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    onOver(false);
    const file = event.dataTransfer?.files[0];
    if (file) onFile(picked(file));
  };
  document.addEventListener('dragover', over);
  document.addEventListener('dragleave', leave);
  document.addEventListener('drop', drop);
  return () => {
    document.removeEventListener('dragover', over);
    document.removeEventListener('dragleave', leave);
    document.removeEventListener('drop', drop);
  };
}

function picked(file: File): PickedFile {
  return { path: URL.createObjectURL(file), name: file.name };
}
