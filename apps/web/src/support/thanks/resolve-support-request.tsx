import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation, useQuery } from '@apollo/client/react';
import { Checkbox, Fieldset, Group, Radio, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { optional } from '@yoriai/domain/kernel';
import { supportLimits, supportTypes, type SupportType } from '@yoriai/domain/support';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  ResolveSupportRequestMutation,
  ResolveSupportRequestMutationVariables,
  WhomToThankQuery,
  WhomToThankQueryVariables,
} from '../../graphql/generated/operations.js';
import { DangerNote } from '../../ui/danger-note.js';
import { DialogButton } from '../../ui/dialog-button.js';
import { ErrorText } from '../../ui/error-text.js';
import { sayDone } from '../../ui/say-done.js';
import { CardSkeletons } from '../../ui/skeletons.js';

const whomToThank: TypedDocumentNode<WhomToThankQuery, WhomToThankQueryVariables> = gql`
  query WhomToThank($id: ID!) {
    node(id: $id) {
      id
      ... on SupportRequest {
        mayThank {
          id
          displayName
        }
        replies(first: 100) {
          edges {
            cursor
            node {
              id
              author {
                id
              }
            }
          }
        }
      }
    }
  }
`;

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
  return (
    <DialogButton label={t('resolve')} title={t('resolve')}>
      {(close) => <LoadHelpers request={request} onDone={close} />}
    </DialogButton>
  );
}

/** Helpers who answered are listed to be ticked; others who may be thanked can be added. */
function LoadHelpers({ request, onDone }: Props & { onDone: () => void }): ReactNode {
  const { data, error, refetch } = useQuery(whomToThank, {
    variables: { id: request.id },
    fetchPolicy: 'cache-and-network',
  });
  const node = data?.node?.__typename === 'SupportRequest' ? data.node : null;
  if (!node)
    return error ? <ErrorText error={error} onRetry={() => void refetch()} /> : <CardSkeletons count={1} />;
  const answered = new Set([
    ...request.offers.map(({ helper }) => helper.id),
    ...node.replies.edges.map(({ node: reply }) => reply.author?.id),
  ]);
  return (
    <ResolveForm
      request={request}
      helpers={node.mayThank.filter(({ id }) => answered.has(id))}
      others={node.mayThank.filter(({ id }) => !answered.has(id))}
      onDone={onDone}
    />
  );
}

interface Thanks {
  readonly gave: SupportType;
  readonly match: number | null;
  readonly thanks: string;
}

function ResolveForm({
  request,
  helpers,
  others,
  onDone,
}: Props & { helpers: readonly Helper[]; others: readonly Helper[]; onDone: () => void }): ReactNode {
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
  const start: Thanks = { gave: request.type, match: null, thanks: '' };
  const shown = [...helpers, ...others.filter(({ id }) => thanked[id])];
  const chosen = shown.filter(({ id }) => thanked[id]);
  const toAdd = others.filter(({ id }) => !thanked[id]);
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
      <Text>{t(helpers.length + others.length > 0 ? 'resolveIntro' : 'noHelpers')}</Text>
      {shown.length > 0 && (
        <Fieldset legend={t('helpers')}>
          <Stack gap={4}>
            {shown.map(({ id, displayName }) => (
              <Checkbox
                key={id}
                py={8}
                label={displayName}
                checked={thanked[id] !== undefined}
                onChange={(event) => put(id, event.currentTarget.checked ? start : null)}
              />
            ))}
          </Stack>
        </Fieldset>
      )}
      {toAdd.length > 0 && (
        <NativeSelect
          label={t('otherHelper')}
          description={t('otherHelperHint')}
          data={[
            { value: '', label: t('otherHelperNone') },
            ...toAdd.map(({ id, displayName }) => ({ value: id, label: displayName })),
          ]}
          value=""
          onChange={(event) => put(event.currentTarget.value, start)}
        />
      )}
      {chosen.map(({ id, displayName: name }) => (
        <ThanksFields
          key={id}
          name={name}
          asked={request.type}
          value={thanked[id]!}
          onChange={(entry) => put(id, entry)}
        />
      ))}
      <Textarea {...form.field('outcome')} description={t('outcomeHint')} minRows={2} />
      <DangerNote text={[form.values.outcome, ...chosen.map(({ id }) => thanked[id]!.thanks)].join('\n')} />
    </EntryForm>
  );
}

interface ThanksProps {
  readonly name: string;
  readonly asked: SupportType;
  readonly value: Thanks;
  readonly onChange: (next: Thanks) => void;
}

function ThanksFields({ name, asked, value, onChange }: ThanksProps): ReactNode {
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
        description={t('askedFor', { type: t(`asked${asked}`) })}
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
