import { gql, type TypedDocumentNode } from '@apollo/client';
import { useLazyQuery, useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { required } from '@yoriai/domain/kernel';
import { remarkLimits } from '@yoriai/domain/meetings';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  MakeRemarkMutation,
  MakeRemarkMutationVariables,
  WithdrawRemarkMutation,
  WithdrawRemarkMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DangerNote } from '../../ui/danger-note.js';
import { ErrorText } from '../../ui/error-text.js';
import { PersonName } from '../../ui/person-name.js';
import { moreRemarks, type SeenCheckIn, type SeenTopic } from '../meeting/prepared-meeting.js';

const makeRemark: TypedDocumentNode<MakeRemarkMutation, MakeRemarkMutationVariables> = gql`
  mutation MakeRemark($input: MakeRemarkInput!) {
    makeRemark(input: $input) {
      id
    }
  }
`;
const withdrawRemark: TypedDocumentNode<WithdrawRemarkMutation, WithdrawRemarkMutationVariables> = gql`
  mutation WithdrawRemark($id: ID!) {
    withdrawRemark(remarkId: $id)
  }
`;

interface Props {
  readonly about: { readonly checkInId: string } | { readonly topicId: string };
  readonly of: Pick<SeenCheckIn | SeenTopic, 'member' | 'remarks'>;
  readonly mayWrite: boolean;
}

const idOf = (about: Props['about']): string => ('topicId' in about ? about.topicId : about.checkInId);

/** ひとこと under a note or a topic, oldest first, and a box for one more. */
export function Remarks({ about, of, mayWrite }: Props): ReactNode {
  const { t } = useTranslation('prepare');
  const [writing, setWriting] = useState(false);
  const [more, { loading, error }] = useLazyQuery(moreRemarks, { fetchPolicy: 'network-only' });
  const remarks = of.remarks.edges.map(({ node }) => node);
  const name = of.member.displayName;
  return (
    <Stack gap="xs" ps="md" style={{ borderInlineStart: '3px solid var(--line)' }}>
      {remarks.length > 0 && (
        <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }} aria-live="polite">
          {remarks.map((remark) => (
            <li key={remark.id}>
              <Text size="xs" fw={700}>
                <PersonName displayName={remark.member.displayName} polite />
              </Text>
              <Text style={{ whiteSpace: 'pre-wrap' }}>{remark.body}</Text>
              {remark.mine && <Withdraw id={remark.id} />}
            </li>
          ))}
        </Stack>
      )}
      {of.remarks.pageInfo.hasNextPage && (
        <Group>
          <Button
            variant="default"
            loading={loading}
            aria-label={`${t('remarkOn', { name })}: ${t('remarksMore')}`}
            onClick={() =>
              void more({
                variables: { id: idOf(about), after: of.remarks.pageInfo.endCursor },
              }).catch(() => undefined)
            }
          >
            {t('remarksMore')}
          </Button>
        </Group>
      )}
      {error && <ErrorText error={error} />}
      {mayWrite && !writing && (
        <Group>
          <Button
            variant="subtle"
            px="xs"
            aria-label={`${t('remarkOn', { name })}: ${t('remarkWrite')}`}
            onClick={() => setWriting(true)}
          >
            {t('remarkWrite')}
          </Button>
        </Group>
      )}
      {mayWrite && writing && <Write about={about} name={name} onDone={() => setWriting(false)} />}
    </Stack>
  );
}

function Write({
  about,
  name,
  onDone,
}: Pick<Props, 'about'> & { name: string; onDone: () => void }): ReactNode {
  const { t } = useTranslation(['prepare', 'common']);
  const [send] = useMutation(makeRemark, { refetchQueries: ['Preparation'], awaitRefetchQueries: true });
  const form = useEntryForm({
    initial: { body: '' },
    labels: { body: t('remarkOn', { name }) },
    rules: { body: (text) => required('body', text, remarkLimits.body) },
    draft: `remark:${idOf(about)}`,
  });
  return (
    <EntryForm
      form={form}
      submit={t('remarkSend')}
      onSubmit={async ({ body }) => {
        await send({ variables: { input: { ...about, body, idempotencyKey: form.idempotencyKey } } });
        onDone();
      }}
      beside={
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      }
    >
      <Textarea {...form.field('body', { required: true })} minRows={2} data-autofocus />
      <DangerNote text={form.values.body} />
    </EntryForm>
  );
}

function Withdraw({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('prepare');
  const [opened, setOpened] = useState(false);
  const [withdraw] = useMutation(withdrawRemark, {
    refetchQueries: ['Preparation'],
    awaitRefetchQueries: true,
  });
  return (
    <>
      <Button variant="subtle" color="red" px="xs" onClick={() => setOpened(true)}>
        {t('remarkWithdraw')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('remarkWithdrawTitle')}
        confirm={t('remarkWithdraw')}
        danger
        onConfirm={() => withdraw({ variables: { id } })}
      >
        <Text>{t('remarkWithdrawAsk')}</Text>
      </ConfirmDialog>
    </>
  );
}
