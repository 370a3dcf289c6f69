/** Joins the class names that hold: `classes('btn', off && 'btn--off')`. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
