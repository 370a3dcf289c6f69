const NAME = /^openday-\d{8}T\d{6}Z\.backup$/;

/** In the order of their names backups are in the order they were made. */
export const backupName = (now: Date): string => `openday-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.backup`;

export const isBackupName = (name: string): boolean => NAME.test(name);
