import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Text, TextInput } from '@mantine/core';
import { badInput, ok } from '@yoriai/domain/kernel';
import { readDuration, readLocal, readPlace, readUrl, type MeetingFormat } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  PollOptionsFragment,
  SettleDatePollMutation,
  SettleDatePollMutationVariables,
} from '../../graphql/generated/operations.js';
import { DialogButton } from '../../ui/dialog-button.js';
import { sayDone } from '../../ui/say-done.js';
import { useLanguage } from '../../ui/use-language.js';
import { AgendaSelect } from '../agendas/agenda-select.js';
import { BusyThen } from '../meeting/busy-then.js';
import { useDoubleBookings } from '../meeting/double-bookings.js';
import { FormatSelect } from '../meeting/edit-meeting.js';
import { DurationSelect } from '../meeting/time-fields.js';
import { pollOptionsFragment, whenText } from './answer-date-poll.js';

export const settleDatePoll: TypedDocumentNode<SettleDatePollMutation, SettleDatePollMutationVariables> = gql`
  mutation SettleDatePoll($input: SettleDatePollInput!) {
    settleDatePoll(input: $input) {
      id
      status
      version
      meeting {
        id
      }
      ...PollOptions
    }
  }
  ${pollOptionsFragment}
`;

interface Props {
  readonly pollId: string;
  readonly groupId: string;
  readonly timeZone: string;
  readonly version: number;
  readonly option: PollOptionsFragment['options'][number];
}

/** Makes a meeting of one option; a day alone is asked for its time. */
export function SettleDatePoll(props: Props): ReactNode {
  const { t } = useTranslation('datePolls');
  const language = useLanguage();
  const when = whenText(props.option, language);
  return (
    <DialogButton
      label={t('settle')}
      title={t('settleTitle')}
      variant={props.option.best ? 'filled' : 'default'}
      aria-label={t('settleOn', { date: when })}
    >
      {(close) => <SettleForm {...props} when={when} onDone={close} />}
    </DialogButton>
  );
}

function SettleForm({
  pollId,
  groupId,
  timeZone,
  version,
  option,
  when,
  onDone,
}: Props & { when: string; onDone: () => void }): ReactNode {
  const { t } = useTranslation('datePolls');
  const { t: meetings } = useTranslation('meetings');
  const asksTime = !option.startsAtLocal;
  const [send] = useMutation(settleDatePoll, {
    update: (cache) => {
      for (const fieldName of ['meetings', 'datePolls']) cache.evict({ id: 'ROOT_QUERY', fieldName });
    },
  });
  const form = useEntryForm({
    initial: {
      time: '19:00',
      durationMinutes: 120,
      format: 'IN_PERSON' as MeetingFormat,
      place: '',
      url: '',
      agendaTemplate: '',
    },
    labels: {
      time: t('startTime'),
      durationMinutes: meetings('duration'),
      format: meetings('format'),
      place: meetings('place'),
      url: meetings('url'),
      agendaTemplate: meetings('agendaTemplate'),
    },
    rules: {
      time: (time) => (asksTime && !time ? badInput('time', 'REQUIRED') : ok(null)),
      durationMinutes: readDuration,
      place: readPlace,
      url: readUrl,
    },
    draft: `settle:${option.id}`,
  });
  const { durationMinutes } = form.values;
  const startsAtLocal = option.startsAtLocal ?? `${option.date}T${form.values.time}`;
  const busy = useDoubleBookings(
    { groupId, timeZone, durationMinutes },
    readLocal('time', startsAtLocal).ok ? [startsAtLocal] : [],
  );
  return (
    <EntryForm
      form={form}
      submit={t('settle')}
      onSubmit={async ({ time, durationMinutes, format, place, url, agendaTemplate }) => {
        await send({
          variables: {
            input: {
              pollId,
              optionId: option.id,
              time: asksTime ? time : null,
              durationMinutes,
              format,
              place: format === 'ONLINE' ? null : place,
              url: format === 'IN_PERSON' ? null : url,
              agendaTemplate: agendaTemplate || null,
              expectedVersion: version,
              idempotencyKey: form.idempotencyKey,
            },
          },
        });
        sayDone(t('settled'));
        onDone();
      }}
    >
      <Text fw={700}>{when}</Text>
      <Text>
        {t('settleNote')} {t('settleAttends')}
      </Text>
      {asksTime && <TextInput {...form.field('time', { required: true })} type="time" />}
      <DurationSelect {...form.field('durationMinutes')} />
      <div aria-live="polite">
        <BusyThen people={busy.get(startsAtLocal)} />
      </div>
      <FormatSelect {...form.field('format')} />
      {form.values.format !== 'ONLINE' && <TextInput {...form.field('place')} />}
      {form.values.format !== 'IN_PERSON' && (
        <TextInput {...form.field('url')} type="url" inputMode="url" description={meetings('urlHint')} />
      )}
      <AgendaSelect groupId={groupId} {...form.field('agendaTemplate')} />
    </EntryForm>
  );
}
