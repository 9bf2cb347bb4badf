/**
 * Path → `pages/<area>/<name>.page.tsx`, which exports `<Name>Page`: the area is that of the noun which the page shows. The build reads this too: it
 * writes one HTML file per page, which fetches what the page needs at once.
 */
export const visitorRoutes = {
  'sign-in': 'people/sign-in',
  register: 'tenancy/register',
  invite: 'people/invite',
  reset: 'people/reset',
  join: 'groups/join',
  'join/:code': 'groups/join',
  rsvp: 'meetings/rsvp',
  'help-lines': 'help-lines/help-lines',
  accessibility: 'accessibility',
} as const;

/** Under /t/:tenant/ */
export const tenantRoutes = {
  '': 'overview/home',
  calendar: 'meetings/calendar',
  'meetings/new': 'meetings/schedule-meetings',
  'meetings/:id/series': 'meetings/edit-series',
  'polls/new': 'meetings/new-poll',
  'polls/:id': 'meetings/poll',
  'meetings/:id/closing': 'meetings/closing-round',
  'meetings/:id/minutes': 'meetings/minutes',
  'meetings/:id': 'meetings/meeting',
  'meetings/:id/run': 'meetings/run-meeting',
  'meetings/:id/enter': 'meetings/enter-meeting',
  'meetings/:id/paper': 'meetings/meeting-paper',
  'meetings/:id/readiness': 'meetings/readiness',
  groups: 'groups/groups',
  'groups/new': 'groups/new-group',
  'groups/:id/flyer': 'groups/group-flyer',
  'groups/:id/strengths': 'support/group-strengths',
  'groups/:id/agendas': 'meetings/group-agendas',
  'groups/:id/:tab?': 'groups/group',
  members: 'people/members',
  'members/:id': 'people/member',
  'admin/members': 'people/office-members',
  'admin/import': 'people/import-roster',
  'admin/groups': 'groups/office-groups',
  support: 'support/support',
  'support/new': 'support/new-support-request',
  'support/:id': 'support/support-request',
  'support/good-news': 'support/good-news',
  'support/good-news/:id': 'support/good-news-item',
  notifications: 'notifications/notifications',
  'me/strengths': 'support/strengths',
  'facilitator/:id?': 'overview/facilitator',
  'me/give-and-take': 'support/give-and-take',
  'me/thanks': 'support/thanks',
  'me/:part?': 'people/me',
} as const;

/** `support/good-news-item` → `good-news-item` */
export const nameOf = (page: string): string => page.slice(page.lastIndexOf('/') + 1);

/** `support/good-news-item` → `GoodNewsItemPage` */
export const componentOf = (page: string): string =>
  `${nameOf(page).replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}Page`;
