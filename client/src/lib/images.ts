/** Where a stored picture is shown from. */
export const imageUrl = (sha: string, size: 'small' | 'large' = 'small'): string =>
  `${API_BASE}/images/${sha}?size=${size}`;
