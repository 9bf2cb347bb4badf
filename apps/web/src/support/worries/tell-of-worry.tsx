import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { List, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { optional } from '@yoriai/domain/kernel';
import { supportLimits } from '@yoriai/domain/support';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  TellOfWorryMutation,
  TellOfWorryMutationVariables,
} from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { ago } from '../../ui/dates.js';
import { sayDone } from '../../ui/say-done.js';
import { useLanguage } from '../../ui/use-language.js';
import { Worried } from '../../ui/worried.js';
import '../../words/answers-words.js';

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
  const { t } = useTranslation('answers');
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

interface WorriesProps {
  readonly worries: readonly {
    readonly id: string;
    readonly note: string | null;
    readonly replyId: string | null;
    readonly createdAt: string;
  }[];
}

/** What reached the facilitators, on their screens alone. */
export function Worries({ worries }: WorriesProps): ReactNode {
  const { t } = useTranslation('answers');
  const language = useLanguage();
  const { tenant } = useViewer();
  const [now] = useState(() => new Date());
  if (worries.length === 0) return null;
  return (
    <Paper component="section" aria-labelledby="worries" bg="#fff6e5">
      <Stack gap="sm">
        <Title order={2} size="h3" id="worries">
          {t('worriesTitle')}
        </Title>
        <Text size="sm">{t('worriesText')}</Text>
        <List listStyleType="none" spacing="sm">
          {worries.map(({ id, note, replyId, createdAt }) => (
            <List.Item key={id}>
              <Text style={{ whiteSpace: 'pre-wrap' }}>{note ?? t('worryPlain')}</Text>
              <Text size="xs" c="gray.7">
                {t(replyId ? 'worryOfReply' : 'worryOfAsker')} ·{' '}
                {ago(createdAt, now, tenant.timeZone, language)}
              </Text>
            </List.Item>
          ))}
        </List>
      </Stack>
    </Paper>
  );
}
