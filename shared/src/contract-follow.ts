/** The routes of following a unit, part of the contract. */
export interface FollowRoutes {
  /** 是否关注着这个单位 */
  'GET /organizers/:id/follow': { reply: { following: boolean } };
  /** 关注单位 (told of each new activity it makes public) */
  'POST /organizers/:id/follow': { reply: { following: boolean } };
  /** 不再关注单位 */
  'DELETE /organizers/:id/follow': { reply: { following: boolean } };
}
