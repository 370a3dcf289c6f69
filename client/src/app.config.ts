export default defineAppConfig({
  pages: ['pages/discover/index', 'pages/calendar/index', 'pages/mine/index', 'pages/me/index'],
  subPackages: [
    // One activity and registering for it; fetched while the list is read, where it is not at once asked for.
    { root: 'pages/event', pages: ['index'] },
    // What a resident comes to from there; fetched while they look at an activity or at their own.
    {
      root: 'more',
      pages: [
        'ticket/index',
        'slip/index',
        'claim/index',
        'draw/index',
        'restrictions/index',
        'poster/index',
        'past/index',
        'my-data/index',
        'erase/index',
        'follows/index',
        'family/index',
        'messages/index',
        'inbox/index',
        'sign-in/index',
        'sign-ins/index',
        'totp/index',
        'about/index',
        'privacy/index',
      ],
    },
    // What a resident says afterwards, and what became of it.
    {
      root: 'voice',
      pages: ['rate/index', 'suggest/index', 'suggestion/index', 'mine/index', 'progress/index', 'topics/index'],
    },
    // The door: what is taken along where there is no network.
    {
      root: 'staff',
      pages: [
        'today/index',
        'scan/index',
        'roster/index',
        'counter/index',
        'closing/index',
        'join/index',
        'paper/index',
        'entry/index',
      ],
    },
    // The desk of a unit and of the district.
    {
      root: 'organizer',
      pages: [
        'home/index',
        'board/index',
        'plans/index',
        'plan-review/index',
        'session/index',
        'door/index',
        'setup/index',
        'no-shows/index',
        'suggestions/index',
      ],
    },
    // Making events, their places, and what goes outward.
    {
      root: 'editor',
      pages: ['events/index', 'event/index', 'places/index', 'place/index', 'outward/index', 'sites/index'],
    },
    // Units and their people, what they did, the monthly topic, whom to ring.
    { root: 'district', pages: ['units/index', 'audit/index', 'topics/index', 'calls/index', 'publications/index'] },
    // What came of it all: closing reports, questionnaires, sessions of earlier years.
    {
      root: 'records',
      pages: ['closing/index', 'report/index', 'papers/index', 'past-entry/index', 'annual/index', 'exports/index'],
    },
  ],
  preloadRule: {
    'pages/discover/index': { network: 'all', packages: ['pages/event'] },
    'pages/event/index': { network: 'all', packages: ['more'] },
    'pages/mine/index': { network: 'all', packages: ['more', 'voice'] },
    'pages/me/index': { network: 'all', packages: ['more', 'voice'] },
  },
  window: {
    navigationBarBackgroundColor: '#ededed',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '开放日',
    navigationStyle: 'default',
    backgroundColor: '#ededed',
    backgroundTextStyle: 'dark',
  },
  // Each of these pages draws its own bar, which follows large type; WeChat only needs to know the tabs.
  tabBar: {
    custom: true,
    color: '#525252',
    selectedColor: '#0a6c67',
    backgroundColor: '#f7f7f7',
    list: [
      { pagePath: 'pages/discover/index', text: '找活动' },
      { pagePath: 'pages/calendar/index', text: '日历' },
      { pagePath: 'pages/mine/index', text: '我的活动' },
      { pagePath: 'pages/me/index', text: '我' },
    ],
  },
  animation: false,
  permission: { 'scope.userLocation': { desc: '只用来按远近排活动' } },
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
  // Nothing private before the guide is agreed to, on WeChats too that would still let it pass.
  __usePrivacyCheck__: true,
  lazyCodeLoading: 'requiredComponents',
});
