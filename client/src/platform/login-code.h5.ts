/** A browser does not know who this is. */
export const loginCode: (() => Promise<string | null>) | null = null;
