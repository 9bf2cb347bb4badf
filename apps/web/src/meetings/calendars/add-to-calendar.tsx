import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Button, Group, VisuallyHidden } from '@mantine/core';
import { IconBrandGoogle, IconCalendarDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarEntryFragment } from '../../graphql/generated/operations.js';
import { useParams } from 'react-router';
import { useTenantPath } from '../../shell/viewer.js';

export const calendarEntryFragment: TypedDocumentNode<CalendarEntryFragment> = gql`
  fragment CalendarEntry on Meeting {
    id
    startsAt
    endsAt
    place
    status
  }
`;

interface Props {
  readonly meeting: FragmentType<CalendarEntryFragment> & { readonly id: string };
}

/** Calendars are read over shoulders: when and where, and a link; no title, no names. The file is the series itself, as in the feed. */
export function AddToCalendar({ meeting }: Props): ReactNode {
  const { t } = useTranslation('meetings');
  const { t: common } = useTranslation();
  const to = useTenantPath();
  const { tenant } = useParams();
  const { data, complete } = useFragment({
    fragment: calendarEntryFragment,
    fragmentName: 'CalendarEntry',
    from: meeting,
  });
  if (!complete || data.status !== 'SCHEDULED') return null;
  const entry = {
    ...data,
    name: t('calendarEntry'),
    link: `${location.origin}${to(`/meetings/${data.id}`)}`,
  };
  return (
    <Group gap="sm">
      <Button
        component="a"
        href={googleLink(entry)}
        target="_blank"
        rel="noreferrer"
        variant="default"
        leftSection={<IconBrandGoogle size={18} aria-hidden />}
      >
        {t('google')}
        <VisuallyHidden>{common('newTab')}</VisuallyHidden>
      </Button>
      <Button
        component="a"
        href={`/meetings/${data.id}.ics?tenant=${tenant}`}
        download="yoriai.ics"
        variant="default"
        leftSection={<IconCalendarDown size={18} aria-hidden />}
      >
        {t('ics')}
      </Button>
    </Group>
  );
}

interface Entry extends Pick<CalendarEntryFragment, 'startsAt' | 'endsAt' | 'place'> {
  readonly name: string;
  readonly link: string;
}

/** 20261211T100000Z */
const stamp = (instant: string): string =>
  new Date(instant)
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d{3}/, '');

export const googleLink = ({ name, startsAt, endsAt, place, link }: Entry): string =>
  `https://calendar.google.com/calendar/render?${new URLSearchParams({
    action: 'TEMPLATE',
    text: name,
    dates: `${stamp(startsAt)}/${stamp(endsAt)}`,
    details: link,
    ...(place !== null && { location: place }),
  }).toString()}`;
