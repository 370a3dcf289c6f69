/** WeChat keeps a mini program's files by itself. */
export function keepForOffline(): void {}
