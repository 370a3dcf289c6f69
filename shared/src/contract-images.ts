/** The routes of stored pictures, part of the contract. */
export interface ImageRoutes {
  /** 传图片 (multipart `file`) */
  'POST /images': { reply: StoredImage };
  /** 图片 (image/jpeg) */
  'GET /images/:sha': { query: { size?: 'small' | 'large' }; reply: string };
  /** 删图片 */
  'DELETE /images/:sha': { reply: { ok: true } };
}

export interface StoredImage {
  /** SHA-256 of what is shown. @pattern ^[0-9a-f]{64}$ */
  sha: string;
  width: number;
  height: number;
}
