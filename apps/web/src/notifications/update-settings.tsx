import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button, Checkbox, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { isClockTime, type NoticeKind } from '@yoriai/domain/notifications';
import { useRef, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { FieldError } from '../forms/field-words.js';
import type {
  UpdateSettingsInput,
  UpdateSettingsMutation,
  UpdateSettingsMutationVariables,
} from '../graphql/generated/operations.js';
import { failureOf } from '../graphql/failure.js';
import { ErrorText } from '../ui/error-text.js';
import type { account } from '../words/ja/account.js';
import { meQuery, type Me } from '../shell/me.js';
import { Section } from '../ui/section.js';
import classes from './update-settings.module.css';

export const updateSettings: TypedDocumentNode<UpdateSettingsMutation, UpdateSettingsMutationVariables> = gql`
  mutation UpdateSettings($input: UpdateSettingsInput!) {
    updateSettings(input: $input) {
      mailContent
      quietFrom
      quietTo
      muted
      version
    }
  }
`;

/** Written out, because the rules come with the words of every notice, which no phone needs. */
export const mailKinds: readonly NoticeKind[] = [
  'meeting.reminder.7d',
  'meeting.reminder.24h',
  'meeting.reminder.1h',
  'meeting.rsvp-nudge',
  'meeting.check-in-nudge',
  'meeting.remark',
  'meeting.role',
  'meeting.role-free',
  'date-poll.opened',
  'date-poll.day-added',
  'date-poll.closing',
  'date-poll.ready',
  'meeting.summary',
  'meeting.one-year-later',
  'commitment.made',
  'commitment.due',
  'group.member-joined',
  'strengths.opened',
  'strengths.received',
  'support.posted',
  'support.reply',
  'support.offer',
  'support.offer-accepted',
  'support.thanks',
  'support.nudge',
  'support.expiring',
  'support.note',
];

type KindWord = keyof (typeof account)['kinds'];
const wordOf = (kind: NoticeKind): KindWord => kind.replaceAll(/[.-]/g, '_') as KindWord;
const usualQuiet = { quietFrom: '21:00', quietTo: '08:00' };

type Settings = Me['settings'];
type Change = Partial<Pick<Settings, 'mailContent' | 'quietFrom' | 'quietTo' | 'muted'>>;

/** Every switch and box takes effect at the tap and says so; what could not be saved goes back to how it is. */
export function ChooseNotices({ settings }: { settings: Settings }): ReactNode {
  const { t } = useTranslation(['account', 'common']);
  const { part } = useParams();
  const { shown, save, undo, state, error } = useSaving(settings);
  const quiet = shown.quietFrom !== null;
  const mailed = mailKinds.filter((kind) => !shown.muted.includes(kind));
  return (
    <Section title={t('notices')} arrived={part === 'notifications'}>
      <Switch
        label={t('mailContent')}
        description={t('mailContentHint')}
        checked={shown.mailContent}
        onChange={(event) => save({ mailContent: event.currentTarget.checked })}
      />
      <Switch
        label={t('quiet')}
        description={t('quietHint')}
        checked={quiet}
        onChange={(event) =>
          save(event.currentTarget.checked ? usualQuiet : { quietFrom: null, quietTo: null })
        }
      />
      {quiet && (
        <Group gap="md" align="flex-start">
          {(['quietFrom', 'quietTo'] as const).map((end) => (
            <ClockBox
              key={`${end} ${shown[end] ?? ''}`}
              label={t(end)}
              name={end}
              value={shown[end] ?? ''}
              onChoose={(time) => save({ quietFrom: shown.quietFrom, quietTo: shown.quietTo, [end]: time })}
            />
          ))}
        </Group>
      )}
      <Checkbox.Group
        label={t('mailKinds')}
        description={t('mailKindsHint')}
        value={mailed}
        onChange={(next) => save({ muted: mailKinds.filter((kind) => !next.includes(kind)) })}
      >
        <Stack gap="xs" mt="xs">
          {mailKinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`kinds.${wordOf(kind)}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <SaveStatus state={state} error={error} onUndo={undo} />
    </Section>
  );
}

type SaveState = 'nothing' | 'saving' | 'saved' | 'failed';

/** In sight from every control of the section, and read out; nothing moves while it comes and goes. */
function SaveStatus({
  state,
  error,
  onUndo,
}: {
  readonly state: SaveState;
  readonly error: unknown;
  readonly onUndo: () => void;
}): ReactNode {
  const { t } = useTranslation(['account', 'common']);
  return (
    <Stack gap="xs" pb="xs" className={classes['status']} data-silent={state === 'nothing'}>
      <Group gap="sm" mih={state === 'failed' ? 0 : 48}>
        <Text role="status">
          {state === 'saving' ? t('savingNow') : state === 'saved' ? t('common:saved') : ''}
        </Text>
        {state === 'saved' && (
          <Button variant="subtle" onClick={onUndo}>
            {t('undoSetting')}
          </Button>
        )}
      </Group>
      {state === 'failed' && (
        <>
          <ErrorText error={error} />
          <Text>{t('settingAsBefore')}</Text>
        </>
      )}
    </Stack>
  );
}

/** A time is saved when one leaves the box with it, not at every turn of a figure. */
function ClockBox({
  name,
  label,
  value,
  onChoose,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChoose: (time: string) => void;
}): ReactNode {
  const [typed, setTyped] = useState(value);
  const [isWrong, setIsWrong] = useState(false);
  const leave = (): void => {
    setIsWrong(!isClockTime(typed));
    if (isClockTime(typed) && typed !== value) onChoose(typed);
  };
  return (
    <TextInput
      type="time"
      label={label}
      value={typed}
      error={
        isWrong && (
          <FieldError
            label={label}
            error={{ code: 'BAD_USER_INPUT', field: name, rule: 'MALFORMED' } as never}
          />
        )
      }
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  );
}

interface Saving {
  /** As tapped, before the answer; as it is, after a refusal. */
  readonly shown: Settings;
  readonly save: (change: Change) => void;
  readonly undo: () => void;
  readonly state: SaveState;
  readonly error: unknown;
}

/** Taps are sent one after the other, each on what the one before left. */
function useSaving(settings: Settings): Saving {
  const [update] = useMutation(updateSettings, { refetchQueries: [meQuery] });
  const client = useApolloClient();
  const [shown, setShown] = useState(settings);
  const [state, setState] = useState<SaveState>('nothing');
  const [error, setError] = useState<unknown>(null);
  const [before, setBefore] = useState<Change>({});
  const known = useRef(settings);
  const line = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef(0);

  const lookAgain = async (): Promise<Settings | undefined> =>
    (await client.query({ query: meQuery, fetchPolicy: 'network-only' }).catch(() => ({ data: undefined })))
      .data?.viewer?.settings;
  const send = async (change: Change): Promise<void> => {
    const was = known.current;
    try {
      const input: UpdateSettingsInput = { ...change, expectedVersion: was.version };
      const { data } = await update({ variables: { input } });
      known.current = data!.updateSettings;
      setBefore(
        Object.fromEntries(Object.keys(change).map((name) => [name, was[name as keyof Change]])) as Change,
      );
      if (waiting.current === 1) {
        setShown(known.current);
        setState('saved');
      }
    } catch (failed) {
      // Changed from another tab meanwhile: what is there now is shown, and is what the next tap is made on.
      if (failureOf(failed).code === 'CONFLICT') known.current = (await lookAgain()) ?? known.current;
      setShown(known.current);
      setError(failed);
      setState('failed');
    } finally {
      waiting.current -= 1;
    }
  };
  const save = (change: Change): void => {
    setShown((now) => ({ ...now, ...change }));
    setState('saving');
    waiting.current += 1;
    line.current = line.current.then(() => send(change));
  };
  return { shown, save, undo: () => save(before), state, error };
}
