import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation, useQuery } from '@apollo/client/react';
import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  Modal,
  Radio,
  NativeSelect,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { sayDone } from '../ui/say-done.js';
import { optional } from '@yoriai/domain/kernel';
import { supportLimits, supportTypes, type SupportType } from '@yoriai/domain/support';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../forms/entry-form.js';
import { useEntryForm } from '../forms/use-entry-form.js';
import type {
  ResolveSupportRequestMutation,
  ResolveSupportRequestMutationVariables,
} from '../graphql/generated/operations.js';
import { CardSkeletons } from '../ui/skeletons.js';
import { replyList } from './reply-list.js';

const resolveSupportRequest: TypedDocumentNode<
  ResolveSupportRequestMutation,
  ResolveSupportRequestMutationVariables
> = gql`
  mutation ResolveSupportRequest($input: ResolveSupportRequestInput!) {
    resolveSupportRequest(input: $input) {
      id
      status
      outcome
      version
    }
  }
`;

interface Helper {
  readonly id: string;
  readonly displayName: string;
}
interface Props {
  readonly request: {
    readonly id: string;
    readonly type: SupportType;
    readonly version: number;
    readonly offers: readonly { readonly status: string; readonly helper: Helper }[];
  };
}

/** ありがとうを送って終える */
export function ResolveSupportRequest({ request }: Props): ReactNode {
  const { t } = useTranslation('support');
  const { t: common } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { data } = useQuery(replyList, { variables: { id: request.id, after: null } });
  const helpers = data?.node?.__typename === 'SupportRequest' ? helpersOf(data.node, request) : null;
  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('resolve')}</Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('resolve')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        {helpers ? (
          <ResolveForm request={request} helpers={helpers} onDone={() => setOpened(false)} />
        ) : (
          <CardSkeletons count={1} />
        )}
      </Modal>
    </>
  );
}

/** Those who answered, by a reply or a standing offer, each once. */
function helpersOf(
  node: { replies: { edges: { node: { byAsker: boolean; author: Helper | null } }[] } },
  { offers }: Props['request'],
): readonly Helper[] {
  const answered = [
    ...offers
      .filter(({ status }) => status !== 'WITHDRAWN' && status !== 'DECLINED')
      .map(({ helper }) => helper),
    ...node.replies.edges.flatMap(({ node: reply }) =>
      reply.byAsker || !reply.author ? [] : [reply.author],
    ),
  ];
  return [...new Map(answered.map((helper) => [helper.id, helper])).values()];
}

interface Thanks {
  readonly gave: SupportType;
  readonly match: number | null;
  readonly thanks: string;
}

function ResolveForm({
  request,
  helpers,
  onDone,
}: Props & { helpers: readonly Helper[]; onDone: () => void }): ReactNode {
  const { t } = useTranslation('support');
  const [send] = useMutation(resolveSupportRequest, { refetchQueries: ['SupportRequestPage'] });
  const form = useEntryForm<{ helpers: Readonly<Record<string, Thanks>>; outcome: string }>({
    initial: { helpers: {}, outcome: '' },
    labels: { helpers: t('helpers'), outcome: t('outcome') },
    rules: { outcome: (text) => optional('outcome', text, supportLimits.outcome) },
    draft: `resolve:${request.id}`,
  });
  const { helpers: thanked } = form.values;
  const put = (id: string, entry: Thanks | null): void => {
    const { [id]: _, ...rest } = thanked;
    form.set({ helpers: entry ? { ...rest, [id]: entry } : rest });
  };
  const chosen = helpers.filter(({ id }) => thanked[id]);
  return (
    <EntryForm
      form={form}
      submit={t(chosen.length > 0 ? 'resolveDo' : 'resolveDoPlain')}
      onSubmit={async ({ outcome }) => {
        const input = {
          requestId: request.id,
          helpers: chosen.map(({ id }) => {
            const { gave, match, thanks } = thanked[id]!;
            return { memberId: id, gave, match, thanks: thanks.trim() || null };
          }),
          outcome: outcome.trim() || null,
          expectedVersion: request.version,
        };
        await send({ variables: { input } });
        sayDone(t('resolved'));
        onDone();
      }}
    >
      <Text>{t(helpers.length > 0 ? 'resolveIntro' : 'noHelpers')}</Text>
      {helpers.length > 0 && (
        <Fieldset legend={t('helpers')}>
          <Stack gap={4}>
            {helpers.map(({ id, displayName }) => (
              <Checkbox
                key={id}
                py={8}
                label={displayName}
                checked={thanked[id] !== undefined}
                onChange={(event) =>
                  put(
                    id,
                    event.currentTarget.checked ? { gave: request.type, match: null, thanks: '' } : null,
                  )
                }
              />
            ))}
          </Stack>
        </Fieldset>
      )}
      {chosen.map(({ id, displayName: name }) => (
        <ThanksFields key={id} name={name} value={thanked[id]!} onChange={(entry) => put(id, entry)} />
      ))}
      <Textarea {...form.field('outcome')} description={t('outcomeHint')} minRows={2} />
    </EntryForm>
  );
}

interface ThanksProps {
  readonly name: string;
  readonly value: Thanks;
  readonly onChange: (next: Thanks) => void;
}

function ThanksFields({ name, value, onChange }: ThanksProps): ReactNode {
  const { t } = useTranslation('support');
  return (
    <Stack gap="sm" role="group" aria-label={name}>
      <Textarea
        label={t('thanksTo', { name })}
        minRows={2}
        maxLength={supportLimits.thanks}
        value={value.thanks}
        onChange={(event) => onChange({ ...value, thanks: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('gaveWhat', { name })}
        data={supportTypes.map((type) => ({ value: type, label: t(`gives${type}`) }))}
        value={value.gave}
        onChange={(event) => onChange({ ...value, gave: event.currentTarget.value as SupportType })}
      />
      <Radio.Group
        name={`match-${name}`}
        label={t('match')}
        description={t('matchNote')}
        value={value.match === null ? '' : String(value.match)}
        onChange={(match) => onChange({ ...value, match: Number(match) })}
      >
        <Group gap="md" mt="xs">
          {[1, 2, 3, 4, 5].map((n) => (
            <Radio
              key={n}
              value={String(n)}
              label={n === 1 ? `1 ${t('match1')}` : n === 5 ? `5 ${t('match5')}` : String(n)}
              py={8}
            />
          ))}
        </Group>
      </Radio.Group>
    </Stack>
  );
}
