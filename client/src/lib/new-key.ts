/** A key nobody else makes: the time and 100 random bits. WeChat's logic layer has no crypto.randomUUID. */
export function newKey(): string {
  const random = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0');
  return `${Date.now().toString(36)}-${random()}${random()}`;
}
