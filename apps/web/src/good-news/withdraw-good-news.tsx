import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  WithdrawGoodNewsMutation,
  WithdrawGoodNewsMutationVariables,
} from '../graphql/generated/operations.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { sayDone } from '../ui/say-done.js';
import '../words/good-news-words.js';

const withdrawGoodNews: TypedDocumentNode<WithdrawGoodNewsMutation, WithdrawGoodNewsMutationVariables> = gql`
  mutation WithdrawGoodNews($goodNewsId: ID!) {
    withdrawGoodNews(goodNewsId: $goodNewsId)
  }
`;

export function WithdrawGoodNews({ id, onDone }: { id: string; onDone: () => void }): ReactNode {
  const { t } = useTranslation('goodNews');
  const [asking, setAsking] = useState(false);
  const [withdraw] = useMutation(withdrawGoodNews, {
    variables: { goodNewsId: id },
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'goodNews' }),
  });
  return (
    <Group>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('withdraw')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('withdrawTitle')}
        confirm={t('withdraw')}
        danger
        onConfirm={async () => {
          await withdraw();
          sayDone(t('withdrawn'));
          onDone();
        }}
      >
        <Text>{t('withdrawAsk')}</Text>
      </ConfirmDialog>
    </Group>
  );
}
