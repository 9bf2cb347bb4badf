import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RequestCardFragment } from '../../graphql/generated/operations.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { ago } from '../../ui/dates.js';
import { PersonName } from '../../ui/person-name.js';
import { useLanguage } from '../../ui/use-language.js';
import { SupportTypeBadge } from './support-type.js';

export const requestCardFragment: TypedDocumentNode<RequestCardFragment> = gql`
  fragment RequestCard on SupportRequest {
    id
    type
    title
    body
    status
    urgency
    anonymous
    mine
    audience
    createdAt
    replyCount
    author {
      id
      displayName
      kana
    }
    group {
      id
      name
    }
  }
`;

interface Props {
  readonly request: FragmentType<RequestCardFragment> & { readonly id: string };
  readonly headingOrder?: 2 | 3;
}

export function RequestCard({ request, headingOrder = 2 }: Props): ReactNode {
  const { t } = useTranslation('support');
  const to = useTenantPath();
  const language = useLanguage();
  const { timeZone } = useViewer().tenant;
  const [now] = useState(() => new Date());
  const { data, complete } = useFragment({
    fragment: requestCardFragment,
    fragmentName: 'RequestCard',
    from: request,
  });
  if (!complete) return null;
  return (
    <Paper component="article">
      <Stack gap="xs">
        <Group gap="xs">
          <SupportTypeBadge type={data.type} />
          <StatusBadge status={data.status} />
          {data.urgency === 'HIGH' && data.status === 'OPEN' && (
            <Badge color="attention" variant="outline">
              {t('urgent')}
            </Badge>
          )}
          {data.mine && (
            <Badge variant="light" c="brand.9">
              {t('mineBadge')}
            </Badge>
          )}
        </Group>
        <Title order={headingOrder} size="h3">
          <Anchor component={Link} to={to(`/support/${data.id}`)} inherit py={6}>
            {data.title}
          </Anchor>
        </Title>
        {data.body !== data.title && <Text lineClamp={2}>{data.body}</Text>}
        <Group gap="md" c="gray.6">
          <Text size="xs">
            <AskedBy {...data} />
          </Text>
          <Text size="xs">
            <AudienceWords audience={data.audience} groupName={data.group?.name} />
          </Text>
          <Text size="xs">{ago(data.createdAt, now, timeZone, language)}</Text>
          <Text size="xs" fw={700}>
            {t('replies', { count: data.replyCount })}
          </Text>
        </Group>
      </Stack>
    </Paper>
  );
}

export function StatusBadge({ status }: Pick<RequestCardFragment, 'status'>): ReactNode {
  const { t } = useTranslation('support');
  if (status === 'OPEN') return null;
  const ended = status !== 'MATCHED';
  return (
    <Badge variant="outline" color={status === 'RESOLVED' ? 'success' : ended ? 'gray.7' : 'brand.8'}>
      {t(status)}
    </Badge>
  );
}

/** No name where the asker gave none, on the asker's own screen too: it may be read over the shoulder. */
export function AskedBy({ anonymous, author }: Pick<RequestCardFragment, 'anonymous' | 'author'>): ReactNode {
  const { t } = useTranslation('support');
  const { t: common } = useTranslation();
  if (anonymous) return t('anonymousName');
  return author ? <PersonName {...author} polite /> : common('unknownMember');
}

export function AudienceWords({
  audience,
  groupName,
}: {
  audience: RequestCardFragment['audience'];
  groupName: string | undefined;
}): ReactNode {
  const { t } = useTranslation('support');
  if (audience === 'TENANT') return t('toWhole');
  return audience === 'CHOSEN' ? t('toChosen') : groupName ? t('to', { group: groupName }) : t('GROUP');
}
