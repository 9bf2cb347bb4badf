import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { optional } from '@yoriai/domain/kernel';
import { supportLimits } from '@yoriai/domain/support';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  TellOfWorryMutation,
  TellOfWorryMutationVariables,
} from '../../graphql/generated/operations.js';
import { sayDone } from '../../ui/say-done.js';
import { Worried } from '../../ui/worried.js';

export const tellOfWorry: TypedDocumentNode<TellOfWorryMutation, TellOfWorryMutationVariables> = gql`
  mutation TellOfWorry($input: TellOfWorryInput!) {
    tellOfWorry(input: $input)
  }
`;

interface Props {
  readonly requestId: string;
  /** The reply whose writer one worries about; null: the asker. */
  readonly replyId?: string | null;
  /** Null where they gave no name. */
  readonly name: string | null;
  /** There is a facilitator who reads this. */
  readonly canTell: boolean;
}

/** この人が心配 about who asked or replied, with quietly telling the facilitators. */
export function Worry(props: Props): ReactNode {
  return (
    <Worried name={props.name}>
      {(onDone) => props.canTell && <TellFacilitators {...props} onDone={onDone} />}
    </Worried>
  );
}

function TellFacilitators({ requestId, replyId = null, onDone }: Props & { onDone: () => void }): ReactNode {
  const { t } = useTranslation('worries');
  const [send] = useMutation(tellOfWorry);
  const form = useEntryForm<{ note: string }>({
    initial: { note: '' },
    labels: { note: t('tellNote') },
    rules: { note: (text) => optional('note', text, supportLimits.offer) },
  });
  return (
    <Paper component="section" aria-labelledby="tell" bg="gray.0">
      <Stack gap="sm">
        <Title order={3} size="h4" id="tell">
          {t('tellTitle')}
        </Title>
        <Text size="sm">{t('tellText')}</Text>
        <EntryForm
          form={form}
          submit={t('tell')}
          onSubmit={async ({ note }) => {
            const { idempotencyKey } = form;
            await send({ variables: { input: { requestId, replyId, note: note || null, idempotencyKey } } });
            sayDone(t('told'));
            onDone();
          }}
        >
          <Textarea {...form.field('note')} minRows={2} />
        </EntryForm>
      </Stack>
    </Paper>
  );
}
