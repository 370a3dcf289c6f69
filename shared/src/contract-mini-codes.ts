/** The routes of mini codes, part of the contract. They answer WECHAT_OFF where no mini program is set up. */
export interface MiniCodeRoutes {
  /** 活动的小程序码 (image/jpeg) */
  'GET /events/:id/mini-code': { reply: string };
  /** 场次的小程序码 (image/jpeg) */
  'GET /sessions/:id/mini-code': { reply: string };
  /** 门口邀请的小程序码 */
  'POST /check-in/invites/mini-code': { body: InviteCode; reply: MiniCode };
}

export interface InviteCode {
  /** As the invite showed it. @minLength 20 @maxLength 100 */
  token: string;
}

export interface MiniCode {
  /** A JPEG as base64. */
  image: string;
}
