/** WeChat's Back is not told to pages before they are left. */
export function listenGoBack(): void {}
