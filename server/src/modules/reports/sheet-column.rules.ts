/** Characters up to which a column is one of numbers, dates and single words. */
const NARROW = 14;

/**
 * A column of a sheet that people read: narrow ones in the middle, so that numbers do not touch the text beside them. No text
 * is wrapped: rows are as high as one line, and two would lie over the next row.
 */
export const sheetColumn = (width: number) => ({
  width,
  style: { alignment: { horizontal: width <= NARROW ? ('center' as const) : ('left' as const) } },
});
