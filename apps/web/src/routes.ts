/**
 * Path → `pages/<name>.page.tsx`, which exports `<Name>Page`. The build reads this too: it writes one HTML file per page, which fetches what
 * the page needs at once.
 */
export const visitorRoutes = {
  'sign-in': 'sign-in',
  register: 'register',
  invite: 'invite',
  reset: 'reset',
  join: 'join',
  'join/:code': 'join',
  rsvp: 'rsvp',
  'help-lines': 'help-lines',
  accessibility: 'accessibility',
} as const;

/** Under /t/:tenant/ */
export const tenantRoutes = {
  '': 'home',
  calendar: 'calendar',
  'meetings/new': 'schedule-meetings',
  'meetings/:id/series': 'edit-series',
  'polls/new': 'new-poll',
  'polls/:id': 'poll',
  'meetings/:id/closing': 'closing-round',
  'meetings/:id/minutes': 'minutes',
  'meetings/:id': 'meeting',
  'meetings/:id/run': 'run-meeting',
  'meetings/:id/enter': 'enter-meeting',
  'meetings/:id/paper': 'meeting-paper',
  'meetings/:id/readiness': 'readiness',
  groups: 'groups',
  'groups/new': 'new-group',
  'groups/:id/flyer': 'group-flyer',
  'groups/:id/strengths': 'group-strengths',
  'groups/:id/agendas': 'group-agendas',
  'groups/:id/:tab?': 'group',
  members: 'members',
  'members/:id': 'member',
  'admin/members': 'office-members',
  'admin/import': 'import-roster',
  'admin/groups': 'office-groups',
  support: 'support',
  'support/new': 'new-support-request',
  'support/:id': 'support-request',
  'support/good-news': 'good-news',
  'support/good-news/:id': 'good-news-item',
  notifications: 'notifications',
  'me/strengths': 'strengths',
  'facilitator/:id?': 'facilitator',
  'me/give-and-take': 'give-and-take',
  'me/thanks': 'thanks',
  'me/:part?': 'me',
} as const;

/** `good-news-item` → `GoodNewsItemPage` */
export const componentOf = (name: string): string =>
  `${name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}Page`;
