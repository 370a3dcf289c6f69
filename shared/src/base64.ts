const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Standard base64 to bytes; mini programs have neither atob nor Buffer. */
export function fromBase64(text: string): Uint8Array {
  const digits = [...text.replace(/=+$/, '')].map((c) => ALPHABET.indexOf(c));
  const bytes = new Uint8Array(Math.floor((digits.length * 6) / 8));
  for (let i = 0; i < bytes.length; i++) {
    const bit = i * 8;
    const at = Math.floor(bit / 6);
    const window = (digits[at]! << 12) | (digits[at + 1]! << 6) | (digits[at + 2] ?? 0);
    bytes[i] = (window >> (10 - (bit % 6))) & 0xff;
  }
  return bytes;
}
