import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { instantAt } from '@yoriai/domain/kernel';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MinutesSheetFragment } from '../../graphql/generated/operations.js';
import { clock, dayText, longDate } from '../../ui/dates.js';
import { useLanguage } from '../../ui/use-language.js';

export const minutesFragment: TypedDocumentNode<MinutesSheetFragment> = gql`
  fragment MinutesSheet on Meeting {
    id
    group {
      id
      name
    }
    minutes {
      title
      startsAtLocal
      timeZone
      place
      present
      invited
      decisions
      made {
        owner
        statement
        dueOn
      }
      settled {
        owner
        statement
        status
      }
      edition
      sealedAt
      sealedBy {
        id
        displayName
      }
      hash
      intact
      corrections {
        id
        text
        at
        author {
          id
          displayName
        }
      }
    }
  }
`;

/** The sealed sheet, with the corrections below it. */
export function Minutes({
  meeting,
}: {
  readonly meeting: FragmentType<MinutesSheetFragment> & { readonly id: string };
}): ReactNode {
  const { t } = useTranslation('minutes');
  const language = useLanguage();
  const { data, complete } = useFragment({
    fragment: minutesFragment,
    fragmentName: 'MinutesSheet',
    from: meeting,
  });
  if (!complete || !data.minutes) return null;
  const { minutes } = data;
  const { timeZone, present, invited } = minutes;
  const startsAt = instantAt(minutes.startsAtLocal, timeZone).toISOString();
  const when = (instant: string): string =>
    `${longDate(instant, timeZone, language)} ${clock(instant, timeZone)}`;
  return (
    <Paper component="article">
      <Stack gap="lg">
        <div>
          <Text c="gray.6">{data.group.name}</Text>
          <Title order={2}>{minutes.title}</Title>
          <Text>{when(startsAt)}</Text>
          {minutes.place && <Text>{minutes.place}</Text>}
          <Text>
            {present === null || present === undefined
              ? t('invited', { invited })
              : t('present', { present, invited })}
          </Text>
        </div>
        <Part title={t('decisions')} lines={minutes.decisions} />
        <Part
          title={t('made')}
          lines={minutes.made.map(
            ({ owner, statement, dueOn }) =>
              `${owner}: ${statement} (${t('byDay', { date: dayText(dueOn, language) })})`,
          )}
        />
        <Part
          title={t('settled')}
          lines={minutes.settled.map(
            ({ owner, statement, status }) => `${owner}: ${statement} → ${t(status)}`,
          )}
        />
        {minutes.corrections.length > 0 && (
          <Part
            title={t('corrections')}
            lines={minutes.corrections.map(
              ({ author, text, at }) => `${text} (${author.displayName}, ${when(at)})`,
            )}
          />
        )}
        <div>
          <Text size="xs">{t('confidential')}</Text>
          <Text size="xs">
            {t('sealed', { date: when(minutes.sealedAt), name: minutes.sealedBy.displayName })}
            {minutes.edition > 1 && ` ${t('edition', { edition: minutes.edition })}`}
          </Text>
          <Text size="xs" c="gray.6" style={{ overflowWrap: 'anywhere' }}>
            {t('fingerprint')}: {minutes.hash}
          </Text>
          <Text size="xs" {...(!minutes.intact && { c: 'red.8', fw: 700 })}>
            {t(minutes.intact ? 'intact' : 'broken')}
          </Text>
        </div>
      </Stack>
    </Paper>
  );
}

function Part({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactNode {
  const { t } = useTranslation('minutes');
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={3} id={id}>
        {title}
      </Title>
      {lines.length === 0 ? (
        <Text c="gray.6">{t('nothing')}</Text>
      ) : (
        <ol style={{ margin: 0, overflowWrap: 'anywhere' }}>
          {lines.map((line, i) => (
            <li key={`${i}${line}`}>{line}</li>
          ))}
        </ol>
      )}
    </section>
  );
}
