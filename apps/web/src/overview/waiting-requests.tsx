import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Group, Stack, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WaitingRequestFragment } from '../graphql/generated/operations.js';
import { useTenantPath, useViewer } from '../shell/viewer.js';
import { ago } from '../ui/dates.js';
import { PersonName } from '../ui/person-name.js';
import { useLanguage } from '../ui/use-language.js';
import classes from './home.module.css';

export const waitingRequestFragment: TypedDocumentNode<WaitingRequestFragment> = gql`
  fragment WaitingRequest on SupportRequest {
    id
    title
    createdAt
    replyCount
    author {
      id
      displayName
    }
  }
`;

type Waiting = FragmentType<WaitingRequestFragment> & { readonly id: string };

/** Requests that the viewer may be able to answer, in one line each. */
export function WaitingRequests({ requests }: { requests: readonly Waiting[] }): ReactNode {
  return (
    <ul className={classes['rows']}>
      {requests.map((request) => (
        <WaitingRequest key={request.id} request={request} />
      ))}
    </ul>
  );
}

function WaitingRequest({ request }: { request: Waiting }): ReactNode {
  const { t } = useTranslation('home');
  const language = useLanguage();
  const to = useTenantPath();
  const { timeZone } = useViewer().tenant;
  const [now] = useState(() => new Date());
  const { data, complete } = useFragment({ fragment: waitingRequestFragment, from: request });
  if (!complete) return null;
  const { id, title, author, createdAt, replyCount } = data;
  return (
    <li>
      <Link to={to(`/support/${id}`)} className={classes['row']}>
        <Group wrap="nowrap" justify="space-between" gap="sm">
          <Stack gap={0}>
            <Text fw={700}>{title}</Text>
            <Text size="xs" c="gray.6">
              {author ? <PersonName displayName={author.displayName} polite /> : t('unnamed')}
              {' · '}
              <time dateTime={createdAt}>{ago(createdAt, now, timeZone, language)}</time>
              {' · '}
              {replyCount === 0 ? t('noReplyYet') : t('replies', { count: replyCount })}
            </Text>
          </Stack>
          <IconChevronRight size={20} aria-hidden style={{ flexShrink: 0 }} />
        </Group>
      </Link>
    </li>
  );
}
