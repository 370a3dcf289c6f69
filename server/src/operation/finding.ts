/** What the doctor found, and what to do about it. */
export interface Finding {
  state: 'good' | 'warning' | 'bad';
  what: string;
  todo: string | null;
}

export const good = (what: string): Finding => ({ state: 'good', what, todo: null });
export const warning = (what: string, todo: string): Finding => ({ state: 'warning', what, todo });
export const bad = (what: string, todo: string): Finding => ({ state: 'bad', what, todo });
