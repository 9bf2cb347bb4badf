import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconConfetti, IconHeart } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  GoodNewsCardFragment,
  ReactToGoodNewsMutation,
  ReactToGoodNewsMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { useLanguage } from '../../ui/use-language.js';

const reactToGoodNews: TypedDocumentNode<ReactToGoodNewsMutation, ReactToGoodNewsMutationVariables> = gql`
  mutation ReactToGoodNews($goodNewsId: ID!, $kind: Congratulation!, $on: Boolean!) {
    reactToGoodNews(goodNewsId: $goodNewsId, kind: $kind, on: $on) {
      id
      reactions {
        kind
        mine
        more
        from {
          id
          displayName
        }
      }
    }
  }
`;

const icons = { CONGRATULATIONS: IconConfetti, THANKS: IconHeart } as const;

/** One tap gives, one more takes back; names are shown, never a number. */
export function Reactions({ news }: { news: GoodNewsCardFragment }): ReactNode {
  const { t } = useTranslation('goodNews');
  const language = useLanguage();
  const [react, { error }] = useMutation(reactToGoodNews);
  return (
    <Stack gap="xs">
      {news.viewerCan.react && (
        <Group gap="sm">
          {news.reactions.map(({ kind, mine }) => {
            const KindIcon = icons[kind];
            const variables = { goodNewsId: news.id, kind, on: !mine };
            return (
              <Button
                key={kind}
                variant={mine ? 'filled' : 'default'}
                aria-pressed={mine}
                leftSection={<KindIcon size={18} aria-hidden />}
                onClick={() => void react({ variables }).catch(() => undefined)}
              >
                {t(kind)}
              </Button>
            );
          })}
        </Group>
      )}
      {error && <ErrorText error={error} />}
      {news.reactions.map(
        ({ kind, from, more }) =>
          from.length > 0 && (
            <Text key={kind} size="sm" c="gray.7">
              {t(more ? 'fromNamesMore' : 'fromNames', {
                kind: t(kind),
                names: from.map(({ displayName }) => displayName).join(language === 'ja' ? '、' : ', '),
              })}
            </Text>
          ),
      )}
    </Stack>
  );
}
