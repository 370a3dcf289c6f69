/** 1,236 */
export const shown = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
