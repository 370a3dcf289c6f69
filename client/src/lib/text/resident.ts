/** Words of the resident's pages. */
export const resident = {
  tabs: { discover: '找活动', mine: '我的活动', me: '我' },
  titles: { event: '活动', ticket: '入场码' },
};
