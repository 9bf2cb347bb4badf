import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { GoodNewsCardFragment } from '../../graphql/generated/operations.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { ago } from '../../ui/dates.js';
import { PersonName } from '../../ui/person-name.js';
import { useLanguage } from '../../ui/use-language.js';
import { Reactions } from './react-to-good-news.js';

export const goodNewsCardFragment: TypedDocumentNode<GoodNewsCardFragment> = gql`
  fragment GoodNewsCard on GoodNews {
    id
    audience
    body
    mine
    createdAt
    author {
      id
      displayName
      kana
    }
    group {
      id
      name
    }
    reactions {
      kind
      mine
      more
      from {
        id
        displayName
      }
    }
    viewerCan {
      react
      comment
      withdraw
    }
  }
`;

interface Props {
  readonly news: FragmentType<GoodNewsCardFragment> & { readonly id: string };
  /** On its own page the card leads nowhere. */
  readonly linked?: boolean;
  readonly children?: ReactNode;
}

export function GoodNewsCard({ news, linked = false, children }: Props): ReactNode {
  const { t } = useTranslation('goodNews');
  const language = useLanguage();
  const to = useTenantPath();
  const { timeZone } = useViewer().tenant;
  const [now] = useState(() => new Date());
  const { data, complete } = useFragment({
    fragment: goodNewsCardFragment,
    fragmentName: 'GoodNewsCard',
    from: news,
  });
  if (!complete) return null;
  return (
    <Paper component="article">
      <Stack gap="sm">
        <Group gap="md" c="gray.6">
          <Text fw={700} c="gray.9">
            <PersonName {...data.author} polite />
          </Text>
          <Text size="xs">{data.group ? t('to', { group: data.group.name }) : t('toTenant')}</Text>
          <Text size="xs">{ago(data.createdAt, now, timeZone, language)}</Text>
        </Group>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{data.body}</Text>
        <Reactions news={data} />
        {linked && (
          <Anchor component={Link} to={to(`/support/good-news/${data.id}`)} py={10}>
            {t('read')}
          </Anchor>
        )}
        {children}
      </Stack>
    </Paper>
  );
}
