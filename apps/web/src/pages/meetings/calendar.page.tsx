import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { ActionIcon, Button, Group, NativeSelect, Stack, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { dateAt } from '@yoriai/domain/kernel';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { CalendarQuery, CalendarQueryVariables } from '../../graphql/generated/operations.js';
import { MeetingCard, meetingCardFragment } from '../../meetings/meeting/meeting-card.js';
import { MonthGrid, monthGridFragment } from '../../meetings/meeting/month-grid.js';
import { boundsOf, isMonth, monthAfter } from '../../meetings/meeting/month.js';
import { OpenPolls } from '../../meetings/date-polls/open-polls.js';
import { RsvpToMeeting, rsvpControlFragment } from '../../meetings/meeting/rsvp-to-meeting.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useLanguage } from '../../ui/use-language.js';

const calendarQuery: TypedDocumentNode<CalendarQuery, CalendarQueryVariables> = gql`
  query Calendar($groupId: ID, $from: DateTime!, $to: DateTime!) {
    meetings(groupId: $groupId, from: $from, to: $to, first: 100) {
      edges {
        node {
          id
          ...MeetingCard
          ...RsvpControl
          ...MonthGridMeeting @unmask
        }
      }
    }
    groups(first: 100) {
      edges {
        node {
          id
          name
          viewerCan {
            scheduleMeetings
          }
        }
      }
    }
  }
  ${meetingCardFragment}
  ${rsvpControlFragment}
  ${monthGridFragment}
`;

/** A month at a glance and the same meetings as a list, to be answered at once. Month and group stand in the address. */
export function CalendarPage(): ReactNode {
  const { t } = useTranslation('meetings');
  const { timeZone } = useViewer().tenant;
  const to = useTenantPath();
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const [now] = useState(() => new Date());
  const today = dateAt(now, timeZone);
  const thisMonth = today.slice(0, 7);
  const asked = search.get('month');
  const month = isMonth(asked) ? asked : thisMonth;
  const groupId = search.get('group');
  const { data, previousData, error, refetch } = useQuery(calendarQuery, {
    variables: { groupId, ...boundsOf(month, timeZone) },
  });
  const groups = (data ?? previousData)?.groups.edges.map(({ node }) => node) ?? [];
  const mayPlan = groups.filter(({ viewerCan }) => viewerCan.scheduleMeetings);
  const meetings = data?.meetings.edges.map(({ node }) => node);
  const name = monthName(month, language);
  const show = (next: { month?: string; group?: string | null }): void =>
    setSearch(
      (before) => {
        for (const [key, value] of Object.entries(next)) {
          if (value) before.set(key, value);
          else before.delete(key);
        }
        return before;
      },
      { replace: true },
    );
  const plan = mayPlan.length > 0 && (
    <Button component={Link} to={to(`/meetings/new${groupId ? `?group=${groupId}` : ''}`)}>
      {t('schedule')}
    </Button>
  );
  return (
    <Page title={t('title')} action={plan}>
      <Group justify="space-between" gap="sm">
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="default"
            size={44}
            aria-label={t('monthBefore')}
            onClick={() => show({ month: monthAfter(month, -1) })}
          >
            <IconChevronLeft aria-hidden />
          </ActionIcon>
          <Title order={2} size="h3" px="xs" aria-live="polite">
            {name}
          </Title>
          <ActionIcon
            variant="default"
            size={44}
            aria-label={t('monthAfter')}
            onClick={() => show({ month: monthAfter(month) })}
          >
            <IconChevronRight aria-hidden />
          </ActionIcon>
          {month !== thisMonth && (
            <Button variant="subtle" px="sm" onClick={() => show({ month: '' })}>
              {t('thisMonth')}
            </Button>
          )}
        </Group>
        {groups.length > 1 && (
          <NativeSelect
            aria-label={t('group')}
            data={[
              { value: '', label: t('allGroups') },
              ...groups.map(({ id, name: label }) => ({ value: id, label })),
            ]}
            value={groupId ?? ''}
            onChange={(event) => show({ group: event.currentTarget.value })}
          />
        )}
      </Group>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!data && !error && <CardSkeletons />}
      {meetings && (
        <>
          <MonthGrid
            month={month}
            caption={t('monthTable', { month: name })}
            today={today}
            meetings={meetings}
            withHolidays={timeZone === 'Asia/Tokyo'}
          />
          <OpenPolls groupId={groupId} />
          <Stack gap="md" component="section" aria-label={t('thisMonthList')}>
            {meetings.length === 0 && (
              <EmptyState
                action={
                  plan || (
                    <Button variant="default" onClick={() => show({ month: monthAfter(month) })}>
                      {t('toNextMonth')}
                    </Button>
                  )
                }
              >
                {t('nothingThisMonth')}
              </EmptyState>
            )}
            {meetings.map((meeting) => (
              <MeetingCard key={meeting.id} meeting={meeting}>
                <RsvpToMeeting meeting={meeting} />
              </MeetingCard>
            ))}
          </Stack>
        </>
      )}
    </Page>
  );
}

const monthName = (month: string, language: 'ja' | 'en'): string =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
