/** Where a unit stands in the tree: its path is the ids from the root to it, `/a/b/`. */

/** The id at the top of a path: its row is locked by whoever changes the shape of the tree. */
export const rootOf = (path: string): string => path.split('/')[1] ?? '';

/** True where the second lies below the first, or is it. */
export const isWithin = (path: string, other: string): boolean => other.startsWith(path);

/** The path of something in a subtree after its top moved from `from` to `to`. */
export const movedPath = (path: string, from: string, to: string): string => `${to}${path.slice(from.length)}`;
