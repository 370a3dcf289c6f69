/** Characters up to which a column is one of numbers, dates and single words. */
const NARROW = 14;

/** A column of a sheet that people read: narrow ones in the middle, so that numbers do not touch the text beside; long texts over several lines. */
export const sheetColumn = (width: number) => ({
  width,
  style: {
    alignment: {
      horizontal: width <= NARROW ? ('center' as const) : ('left' as const),
      vertical: 'center' as const,
      wrapText: true,
    },
  },
});
