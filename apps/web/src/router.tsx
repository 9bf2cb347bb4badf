import { createBrowserRouter, type RouteObject } from 'react-router';
import { Crash } from './shell/crash.js';
import { NotFound } from './shell/not-found.js';
import { Waiting } from './shell/waiting.js';

/** A page is fetched when somebody goes there: `page('calendar', () => import('./pages/calendar.page.js'), 'CalendarPage')`. */
function page<Module extends Record<Name, () => React.ReactNode>, Name extends string & keyof Module>(
  path: string,
  load: () => Promise<Module>,
  name: Name,
): RouteObject {
  return { path, lazy: async () => ({ Component: (await load())[name] }) };
}

const publicPages: RouteObject[] = [
  page('sign-in', () => import('./pages/sign-in.page.js'), 'SignInPage'),
  page('register', () => import('./pages/register.page.js'), 'RegisterPage'),
  page('invite', () => import('./pages/invite.page.js'), 'InvitePage'),
  page('reset', () => import('./pages/reset.page.js'), 'ResetPage'),
  page('join', () => import('./pages/join.page.js'), 'JoinPage'),
  page('join/:code', () => import('./pages/join.page.js'), 'JoinPage'),
  page('rsvp', () => import('./pages/rsvp.page.js'), 'RsvpPage'),
  page('help-lines', () => import('./pages/help-lines.page.js'), 'HelpLinesPage'),
  page('accessibility', () => import('./pages/accessibility.page.js'), 'AccessibilityPage'),
];

/** Under /t/:tenant/ */
const tenantPages: RouteObject[] = [
  page('', () => import('./pages/home.page.js'), 'HomePage'),
  page('calendar', () => import('./pages/calendar.page.js'), 'CalendarPage'),
  page('meetings/new', () => import('./pages/schedule-meetings.page.js'), 'ScheduleMeetingsPage'),
  page('meetings/:id/series', () => import('./pages/edit-series.page.js'), 'EditSeriesPage'),
  page('polls/new', () => import('./pages/new-poll.page.js'), 'NewPollPage'),
  page('polls/:id', () => import('./pages/poll.page.js'), 'PollPage'),
  page('meetings/:id/closing', () => import('./pages/closing-round.page.js'), 'ClosingRoundPage'),
  page('meetings/:id/minutes', () => import('./pages/minutes.page.js'), 'MinutesPage'),
  page('meetings/:id', () => import('./pages/meeting.page.js'), 'MeetingPage'),
  page('meetings/:id/run', () => import('./pages/run-meeting.page.js'), 'RunMeetingPage'),
  page('meetings/:id/enter', () => import('./pages/enter-meeting.page.js'), 'EnterMeetingPage'),
  page('meetings/:id/paper', () => import('./pages/meeting-paper.page.js'), 'MeetingPaperPage'),
  page('meetings/:id/readiness', () => import('./pages/readiness.page.js'), 'ReadinessPage'),
  page('groups', () => import('./pages/groups.page.js'), 'GroupsPage'),
  page('groups/new', () => import('./pages/new-group.page.js'), 'NewGroupPage'),
  page('groups/:id/flyer', () => import('./pages/group-flyer.page.js'), 'GroupFlyerPage'),
  page('groups/:id/strengths', () => import('./pages/group-strengths.page.js'), 'GroupStrengthsPage'),
  page('groups/:id/agendas', () => import('./pages/group-agendas.page.js'), 'GroupAgendasPage'),
  page('groups/:id/:tab?', () => import('./pages/group.page.js'), 'GroupPage'),
  page('members', () => import('./pages/members.page.js'), 'MembersPage'),
  page('members/:id', () => import('./pages/member.page.js'), 'MemberPage'),
  page('admin/members', () => import('./pages/office-members.page.js'), 'OfficeMembersPage'),
  page('admin/import', () => import('./pages/import-roster.page.js'), 'ImportRosterPage'),
  page('admin/groups', () => import('./pages/office-groups.page.js'), 'OfficeGroupsPage'),
  page('support', () => import('./pages/support.page.js'), 'SupportPage'),
  page('support/new', () => import('./pages/new-support-request.page.js'), 'NewSupportRequestPage'),
  page('support/:id', () => import('./pages/support-request.page.js'), 'SupportRequestPage'),
  page('support/good-news', () => import('./pages/good-news.page.js'), 'GoodNewsPage'),
  page('support/good-news/:id', () => import('./pages/good-news-item.page.js'), 'GoodNewsItemPage'),
  page('notifications', () => import('./pages/notifications.page.js'), 'NotificationsPage'),
  page('me/strengths', () => import('./pages/strengths.page.js'), 'StrengthsPage'),
  page('facilitator/:id?', () => import('./pages/facilitator.page.js'), 'FacilitatorPage'),
  page('me/give-and-take', () => import('./pages/give-and-take.page.js'), 'GiveAndTakePage'),
  page('me/thanks', () => import('./pages/thanks.page.js'), 'ThanksPage'),
  page('me/:part?', () => import('./pages/me.page.js'), 'MePage'),
];

export const router = createBrowserRouter([
  {
    ErrorBoundary: Crash,
    HydrateFallback: Waiting,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./shell/last-tenant.js')).LastTenant }) },
      {
        lazy: async () => ({ Component: (await import('./shell/public-layout.js')).PublicLayout }),
        children: [...publicPages, { path: '*', Component: NotFound }],
      },
      {
        path: 't/:tenant',
        lazy: async () => ({ Component: (await import('./shell/tenant-root.js')).TenantRoot }),
        children: [{ ErrorBoundary: Crash, children: [...tenantPages, { path: '*', Component: NotFound }] }],
      },
    ],
  },
]);
