/** Tells of single keys pressed while nothing is being typed and no sheet is open. Returns the way to stop. */
export function listenKeys(onKey: (key: string) => void): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    if (document.querySelector('[role="dialog"], [role="listbox"], .taro__modal:not([style*="display: none"])')) return;
    onKey(event.key);
  };
  // What was pressed by mouse keeps the focus, and would take the next Enter for itself.
  const letGo = (event: MouseEvent) => {
    const focused = document.activeElement;
    if (event.detail > 0 && focused instanceof HTMLElement && !isTyping(focused)) focused.blur();
  };
  document.addEventListener('keydown', press);
  document.addEventListener('click', letGo, true);
  return () => {
    document.removeEventListener('keydown', press);
    document.removeEventListener('click', letGo, true);
  };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
