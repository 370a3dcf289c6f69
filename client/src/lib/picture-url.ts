/** Where a stored picture is; the small one is for lists. */
export const pictureUrl = (sha: string, size: 'small' | 'large'): string => `${API_BASE}/images/${sha}?size=${size}`;
