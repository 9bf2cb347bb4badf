import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import {
  Button,
  Checkbox,
  Collapse,
  Paper,
  Radio,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { err, ok, required } from '@yoriai/domain/kernel';
import {
  mayBeAnonymous,
  proposeTypeAndTitle,
  requestAudiences,
  supportLimits,
  supportTypes,
  supportWanted,
  urgencies,
  type RequestAudience,
  type SupportType,
  type SupportWanted,
  type Urgency,
} from '@yoriai/domain/support';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  PostSupportRequestMutation,
  PostSupportRequestMutationVariables,
} from '../../graphql/generated/operations.js';
import { useLanguage } from '../../ui/use-language.js';
import { AnonymityNote } from '../anonymity/anonymity-note.js';
import { ChooseReaders } from './choose-readers.js';
import { DangerNote } from '../../ui/danger-note.js';
import { SimilarRequests } from './similar-requests.js';
import { SupportTypeBadge } from './support-type.js';

export const postSupportRequest: TypedDocumentNode<
  PostSupportRequestMutation,
  PostSupportRequestMutationVariables
> = gql`
  mutation PostSupportRequest($input: PostSupportRequestInput!) {
    postSupportRequest(input: $input) {
      id
    }
  }
`;

interface Person {
  readonly id: string;
  readonly displayName: string;
}
interface Props {
  /** Groups the viewer may ask, each with the others who would read it. */
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly others: readonly Person[];
    /** How many of them one can hide among. */
    readonly hidesAmong: number;
  }[];
  readonly initialGroupId: string | null;
  readonly onDone: (requestId: string) => void;
}

interface Entry {
  body: string;
  wanted: SupportWanted;
  /** null while the proposal is kept. */
  type: SupportType | null;
  title: string | null;
  audience: RequestAudience;
  groupId: string | null;
  chosen: readonly Person[];
  anonymous: boolean;
  acceptsPaid: boolean;
  includeNewcomers: boolean;
  urgency: Urgency;
}

/** One box, one question; kind and title are proposed from them, who reads it is said by name, the rest folds away. */
export function PostSupportRequest({ groups, initialGroupId, onDone }: Props): ReactNode {
  const { t } = useTranslation('support');
  const language = useLanguage();
  const [send] = useMutation(postSupportRequest, {
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'supportRequests' }),
  });
  const [optionsOpen, setOptionsOpen] = useState(false);
  const form = useEntryForm<Entry>({
    initial: {
      body: '',
      wanted: 'LISTEN',
      type: null,
      title: null,
      audience: groups.length > 0 ? 'GROUP' : 'TENANT',
      groupId: null,
      chosen: [],
      anonymous: false,
      acceptsPaid: false,
      includeNewcomers: false,
      urgency: 'NORMAL',
    },
    labels: {
      body: t('body'),
      wanted: t('wanted'),
      type: t('type'),
      title: t('titleField'),
      audience: t('whoReads'),
      groupId: t('group'),
      chosen: t('chosen'),
      anonymous: t('anonymously'),
      acceptsPaid: t('acceptsPaid'),
      includeNewcomers: t('includeNewcomers'),
      urgency: t('urgency'),
    },
    rules: {
      body: (text) => required('body', text, supportLimits.body),
      // While the proposal is kept it follows from the body, which has its own rule.
      title: (text) => (text === null ? ok(null) : required('title', text, supportLimits.title)),
      chosen: (people, all) =>
        all.audience === 'CHOSEN' && people.length === 0
          ? err({ code: 'BAD_USER_INPUT', field: 'chosen', rule: 'REQUIRED' })
          : { ok: true, value: null },
      anonymous: (anonymous, all) => {
        const others = hidingAmong(all, groups, initialGroupId);
        return anonymous && others !== null
          ? mayBeAnonymous(all.audience, others)
          : { ok: true, value: null };
      },
    },
    blame: { TOO_FEW_FOR_ANONYMITY: 'anonymous' },
    draft: 'support-request',
  });
  const { values } = form;
  const proposal = proposeTypeAndTitle(values.body, values.wanted);
  const type = values.type ?? proposal.type;
  const title = values.title ?? proposal.title;
  const group = groupOf(values, groups, initialGroupId);
  const others = othersOf(values, groups, initialGroupId);

  return (
    <EntryForm
      form={form}
      submit={t('post')}
      onSubmit={async ({
        body,
        wanted,
        audience,
        chosen,
        anonymous,
        acceptsPaid,
        includeNewcomers,
        urgency,
      }) => {
        const input = {
          groupId: audience === 'GROUP' ? (group?.id ?? null) : null,
          type,
          wanted,
          title,
          body,
          urgency,
          audience,
          chosenMemberIds: audience === 'CHOSEN' ? chosen.map(({ id }) => id) : null,
          anonymous,
          acceptsPaid,
          includeNewcomers: audience === 'GROUP' && includeNewcomers,
          idempotencyKey: form.idempotencyKey,
        };
        const { data } = await send({ variables: { input } });
        onDone(data!.postSupportRequest.id);
      }}
    >
      <Textarea {...form.field('body', { required: true })} description={t('bodyHint')} minRows={5} />
      <DangerNote text={`${values.title ?? ''}\n${values.body}`} />
      <SimilarRequests text={values.body} />
      <Radio.Group
        name="wanted"
        label={t('wanted')}
        value={values.wanted}
        onChange={(wanted) => form.set({ wanted: wanted as SupportWanted })}
      >
        <Stack gap={0} mt={4}>
          {supportWanted.map((wanted) => (
            <Radio key={wanted} value={wanted} label={t(wanted)} py={10} />
          ))}
        </Stack>
      </Radio.Group>
      {values.body.trim() !== '' && (
        <Paper component="section" aria-label={t('proposal')} bg="gray.0">
          <Stack gap="md">
            <div>
              <Text fw={700}>{t('proposal')}</Text>
              <Text size="xs" c="gray.6">
                {t('proposalNote')}
              </Text>
            </div>
            <div aria-live="polite">
              <SupportTypeBadge type={type} />
            </div>
            <NativeSelect
              {...form.field('type')}
              data={supportTypes.map((value) => ({ value, label: t(value) }))}
              value={type}
              onChange={(event) => form.set({ type: event.currentTarget.value as SupportType })}
            />
            <TextInput {...form.field('title', { required: true })} value={title} />
          </Stack>
        </Paper>
      )}
      <Radio.Group
        name="audience"
        label={t('whoReads')}
        value={values.audience}
        onChange={(audience) => form.set({ audience: audience as RequestAudience })}
      >
        <Stack gap={0} mt={4}>
          {requestAudiences
            .filter((audience) => audience !== 'GROUP' || groups.length > 0)
            .map((audience) => (
              <Radio
                key={audience}
                value={audience}
                py={10}
                label={audience === 'GROUP' && groups.length === 1 ? groups[0]!.name : t(audience)}
              />
            ))}
        </Stack>
      </Radio.Group>
      {values.audience === 'GROUP' && groups.length > 1 && (
        <NativeSelect
          {...form.field('groupId')}
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={group?.id ?? ''}
        />
      )}
      {values.audience === 'CHOSEN' && (
        <ChooseReaders
          {...form.field('chosen', { required: true })}
          onChange={(chosen) => form.set({ chosen })}
        />
      )}
      <Text aria-live="polite">
        {others === null
          ? t('willReadTenant')
          : others.length === 0
            ? t('noReadersChosen')
            : t('willRead', {
                count: others.length,
                names: others.map(({ displayName }) => displayName).join(language === 'ja' ? '、' : ', '),
              })}
      </Text>
      <Checkbox {...form.tick('anonymous')} />
      {values.anonymous && (
        <AnonymityNote audience={values.audience} others={hidingAmong(values, groups, initialGroupId)} />
      )}
      <div>
        <Button
          variant="subtle"
          px={0}
          aria-expanded={optionsOpen}
          onClick={() => setOptionsOpen(!optionsOpen)}
        >
          {t('options')}
        </Button>
        <Collapse expanded={optionsOpen}>
          <Stack gap="md" pt="sm">
            <NativeSelect
              {...form.field('urgency')}
              data={urgencies.map((value) => ({ value, label: t(value) }))}
            />
            {values.audience === 'GROUP' && (
              <Checkbox {...form.tick('includeNewcomers')} description={t('includeNewcomersHint')} />
            )}
            <Checkbox {...form.tick('acceptsPaid')} />
          </Stack>
        </Collapse>
      </div>
    </EntryForm>
  );
}

type Groups = Props['groups'];

const groupOf = (entry: Entry, groups: Groups, initial: string | null): Groups[number] | undefined =>
  groups.find(({ id }) => id === (entry.groupId ?? initial)) ?? groups[0];

/** Who else will read it; null for the whole organisation. */
function othersOf(entry: Entry, groups: Groups, initial: string | null): readonly Person[] | null {
  if (entry.audience === 'TENANT') return null;
  return entry.audience === 'CHOSEN' ? entry.chosen : (groupOf(entry, groups, initial)?.others ?? []);
}

/** How many others a name can hide among; null where only the server can count (the whole organisation). */
function hidingAmong(entry: Entry, groups: Groups, initial: string | null): number | null {
  if (entry.audience === 'TENANT') return null;
  return entry.audience === 'CHOSEN'
    ? entry.chosen.length
    : (groupOf(entry, groups, initial)?.hidesAmong ?? 0);
}
