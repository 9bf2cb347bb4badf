import { gql, type TypedDocumentNode } from '@apollo/client';
import { dateAt, type PlainDate } from '@yoriai/domain/kernel';
import { japaneseHoliday } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MonthGridMeetingFragment } from '../../graphql/generated/operations.js';
import { useTenantPath } from '../../shell/viewer.js';
import { clock } from '../../ui/dates.js';
import { useLanguage } from '../../ui/use-language.js';
import classes from './month-grid.module.css';
import { weeksOf, type Month } from './month.js';

export const monthGridFragment: TypedDocumentNode<MonthGridMeetingFragment> = gql`
  fragment MonthGridMeeting on Meeting {
    id
    title
    startsAt
    timeZone
    status
  }
`;

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

interface Props {
  readonly month: Month;
  readonly caption: string;
  readonly today: PlainDate;
  readonly meetings: readonly MonthGridMeetingFragment[];
  /** Japanese holidays are named where clocks show Japanese time. */
  readonly withHolidays: boolean;
}

/** A table as a wall calendar is one: Sunday first, holidays by name and colour. */
export function MonthGrid({ month, caption, today, meetings, withHolidays }: Props): ReactNode {
  const { t } = useTranslation('meetings');
  const language = useLanguage();
  return (
    <table className={classes['month']}>
      <caption className={classes['caption']}>{caption}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" className={classes[weekday]}>
              {t(weekday)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, i) => (
          <tr key={i}>
            {week.map((day, weekday) =>
              day === null ? (
                <td key={weekday} className={classes['outside']} />
              ) : (
                <Day
                  key={day}
                  day={day}
                  weekday={weekdays[weekday]!}
                  isToday={day === today}
                  holiday={withHolidays ? (japaneseHoliday(day)?.name[language] ?? null) : null}
                  meetings={meetings.filter(
                    ({ startsAt, timeZone }) => dateAt(new Date(startsAt), timeZone) === day,
                  )}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  readonly day: PlainDate;
  readonly weekday: (typeof weekdays)[number];
  readonly isToday: boolean;
  readonly holiday: string | null;
  readonly meetings: readonly MonthGridMeetingFragment[];
}

function Day({ day, weekday, isToday, holiday, meetings }: DayProps): ReactNode {
  const { t } = useTranslation('meetings');
  const to = useTenantPath();
  return (
    <td className={classes['day']} aria-current={isToday ? 'date' : undefined}>
      <div className={classes['number']}>
        <span className={classes[holiday ? 'sunday' : weekday]}>{Number(day.slice(8))}</span>
        {isToday && <span className={classes['today']}>{t('today')}</span>}
      </div>
      {holiday && <div className={classes['holiday']}>{holiday}</div>}
      {meetings.map(({ id, title, startsAt, timeZone, status }) => (
        <Link
          key={id}
          to={to(`/meetings/${id}`)}
          className={classes['meeting']}
          data-cancelled={status === 'CANCELLED' || undefined}
        >
          <span>{clock(startsAt, timeZone)}</span>{' '}
          <span className={classes['title']}>
            {title}
            {status === 'CANCELLED' && `(${t('cancelled')})`}
          </span>
        </Link>
      ))}
    </td>
  );
}
