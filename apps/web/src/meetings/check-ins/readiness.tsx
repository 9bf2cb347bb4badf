import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReadinessQuery, ReadinessQueryVariables } from '../../graphql/generated/operations.js';
import { useTenantPath } from '../../shell/viewer.js';
import { ErrorText } from '../../ui/error-text.js';
import { PersonName } from '../../ui/person-name.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { HotSeatReason } from '../topics/topic-list.js';

export const readinessQuery: TypedDocumentNode<ReadinessQuery, ReadinessQueryVariables> = gql`
  query Readiness($id: ID!) {
    node(id: $id) {
      id
      ... on Meeting {
        title
        startsAt
        endsAt
        timeZone
        attendees {
          rsvp
          member {
            id
          }
        }
        readiness {
          unanswered {
            id
            displayName
            kana
          }
          written {
            id
            displayName
            kana
          }
          notYet {
            id
            displayName
            kana
          }
        }
        roles {
          role
          member {
            id
            displayName
            kana
          }
        }
        topics {
          id
          title
          taken
          reason {
            kind
            months
          }
          member {
            id
            displayName
          }
        }
        commitments {
          id
          open
          statement
          owner {
            id
            displayName
          }
        }
      }
    }
  }
`;

export type ReadyMeeting = Extract<NonNullable<ReadinessQuery['node']>, { __typename: 'Meeting' }>;
type Person = NonNullable<ReadyMeeting['readiness']>['written'][number];

/** How ready the group is, in figures, with the way to the names. */
export function ReadinessSummary({ meetingId }: { meetingId: string }): ReactNode {
  const { t } = useTranslation('readiness');
  const to = useTenantPath();
  const { data, error, refetch } = useQuery(readinessQuery, { variables: { id: meetingId } });
  const meeting = data?.node?.__typename === 'Meeting' ? data.node : null;
  if (!meeting)
    return error ? <ErrorText error={error} onRetry={() => void refetch()} /> : <CardSkeletons count={1} />;
  if (!meeting.readiness) return null;
  const { unanswered, written, notYet } = meeting.readiness;
  return (
    <Part title={t('readiness')}>
      <Text c="gray.6" size="xs">
        {t('readinessNote')}
      </Text>
      <Stack component="ul" gap={4} p={0} m={0} style={{ listStyle: 'none' }}>
        <li>{t('unanswered', { count: unanswered.length })}</li>
        <li>{t('written', { count: written.length })}</li>
        <li>{t('notYet', { count: notYet.length })}</li>
        <li>{t('topicsCount', { count: meeting.topics.length })}</li>
        <li>{t('openSteps', { count: openSteps(meeting).length })}</li>
      </Stack>
      <Anchor component={Link} to={to(`/meetings/${meetingId}/readiness`)} py={9}>
        {t('readinessOpen')}
      </Anchor>
    </Part>
  );
}

const openSteps = ({ commitments }: ReadyMeeting): ReadyMeeting['commitments'] =>
  commitments.filter(({ open }) => open);

const answers = ['YES', 'ONLINE', 'ASYNC', 'NO'] as const;

/** Who has answered, who has written, in what order topics come, what is still to be done: for facilitators alone. */
export function ReadinessDetails({ meeting }: { meeting: ReadyMeeting }): ReactNode {
  const { t } = useTranslation(['readiness', 'checkIns', 'roles', 'topics', 'meetings']);
  if (!meeting.readiness) return null;
  const { unanswered, written, notYet } = meeting.readiness;
  const steps = openSteps(meeting);
  return (
    <>
      <Part title={t('coming')}>
        <Stack component="ul" gap={4} p={0} m={0} style={{ listStyle: 'none' }}>
          {answers.map((answer) => (
            <li key={answer}>
              {t(`meetings:count${answer}`, {
                count: meeting.attendees.filter(({ rsvp }) => rsvp === answer).length,
              })}
            </li>
          ))}
        </Stack>
        <People title={t('unanswered', { count: unanswered.length })} people={unanswered} />
      </Part>
      <Part title={t('checkIns:checkIns')}>
        <People title={t('written', { count: written.length })} people={written} />
        <People title={t('notYet', { count: notYet.length })} people={notYet} />
        <Text c="gray.6" size="xs">
          {t('nudged')}
        </Text>
      </Part>
      {meeting.roles.length > 0 && (
        <Part title={t('roles:roles')}>
          <Stack component="ul" gap={4} p={0} m={0} style={{ listStyle: 'none' }}>
            {meeting.roles.map(({ role, member }) => (
              <li key={role}>
                <Text span c="gray.6">
                  {t(`roles:${role}`)}:{' '}
                </Text>
                {member ? <PersonName {...member} polite /> : t('roles:roleFree')}
              </li>
            ))}
          </Stack>
        </Part>
      )}
      <Part title={t('topics:topics')}>
        {meeting.topics.length === 0 && <Text c="gray.6">{t('topics:noTopics')}</Text>}
        <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
          {meeting.topics.map((topic, i) => (
            <li key={topic.id}>
              <Text>
                {i + 1}. {topic.title}
                {topic.taken && ` (${t('topics:taken')})`}
              </Text>
              <Text size="xs" c="gray.6">
                <PersonName displayName={topic.member.displayName} polite />
              </Text>
              <HotSeatReason reason={topic.reason} />
            </li>
          ))}
        </Stack>
      </Part>
      <Part title={t('openSteps', { count: steps.length })}>
        <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
          {steps.map((step) => (
            <li key={step.id}>
              <Text>{step.statement}</Text>
              <Text size="xs" c="gray.6">
                <PersonName displayName={step.owner.displayName} polite />
              </Text>
            </li>
          ))}
        </Stack>
      </Part>
    </>
  );
}

function People({ title, people }: { title: string; people: readonly Person[] }): ReactNode {
  return (
    <div>
      <Text fw={700}>{title}</Text>
      <Stack component="ul" gap={4} p={0} m={0} style={{ listStyle: 'none' }}>
        {people.map((person) => (
          <li key={person.id}>
            <PersonName {...person} polite />
          </li>
        ))}
      </Stack>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id}>
      <Stack gap="sm">
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}
