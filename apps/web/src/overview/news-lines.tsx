import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Group, Stack, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { NewsLineFragment } from '../graphql/generated/operations.js';
import { useTenantPath, useViewer } from '../shell/viewer.js';
import { ago } from '../ui/dates.js';
import { PersonName } from '../ui/person-name.js';
import { useLanguage } from '../ui/use-language.js';
import classes from './home.module.css';

export const newsLineFragment: TypedDocumentNode<NewsLineFragment> = gql`
  fragment NewsLine on GoodNews {
    id
    body
    createdAt
    author {
      id
      displayName
    }
  }
`;

type Line = FragmentType<NewsLineFragment> & { readonly id: string };

/** What went well lately, in a line or two each. */
export function NewsLines({ news }: { news: readonly Line[] }): ReactNode {
  return (
    <ul className={classes['rows']}>
      {news.map((one) => (
        <NewsLine key={one.id} news={one} />
      ))}
    </ul>
  );
}

function NewsLine({ news }: { news: Line }): ReactNode {
  const language = useLanguage();
  const to = useTenantPath();
  const { timeZone } = useViewer().tenant;
  const [now] = useState(() => new Date());
  const { data, complete } = useFragment({ fragment: newsLineFragment, from: news });
  if (!complete) return null;
  const { id, body, author, createdAt } = data;
  return (
    <li>
      <Link to={to(`/support/good-news/${id}`)} className={classes['row']}>
        <Group wrap="nowrap" justify="space-between" gap="sm">
          <Stack gap={0}>
            <Text lineClamp={2}>{body}</Text>
            <Text size="xs" c="gray.6">
              <PersonName displayName={author.displayName} polite />
              {' · '}
              <time dateTime={createdAt}>{ago(createdAt, now, timeZone, language)}</time>
            </Text>
          </Stack>
          <IconChevronRight size={20} aria-hidden style={{ flexShrink: 0 }} />
        </Group>
      </Link>
    </li>
  );
}
