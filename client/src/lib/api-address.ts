/** What is left out is not sent. */
export type Query = Record<string, string | number | boolean | undefined>;

/** Where a route is: `path` as the contract has it, its `:names` filled in. */
export function addressOf(path: string, params: Record<string, string> = {}, query: Query = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  if (pairs.length === 0) return API_BASE + filled;
  return `${API_BASE}${filled}?${pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')}`;
}
