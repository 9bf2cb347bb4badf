import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Checkbox, Group, Stack, Switch, TextInput } from '@mantine/core';
import { badInput, ok } from '@yoriai/domain/kernel';
import { isClockTime, mutableKinds, type NoticeKind } from '@yoriai/domain/notifications';
import { useParams } from 'react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../forms/entry-form.js';
import { useEntryForm } from '../forms/use-entry-form.js';
import type {
  UpdateSettingsMutation,
  UpdateSettingsMutationVariables,
} from '../graphql/generated/operations.js';
import { sayDone } from '../ui/say-done.js';
import type { ja } from '../words/ja/index.js';
import { meQuery, type Me } from './me.js';
import { Section } from './section.js';

const updateSettings: TypedDocumentNode<UpdateSettingsMutation, UpdateSettingsMutationVariables> = gql`
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

type KindWord = keyof (typeof ja)['account']['kinds'];
const wordOf = (kind: NoticeKind): KindWord => kind.replaceAll(/[.-]/g, '_') as KindWord;

export function ChooseNotices({ settings }: Pick<Me, 'settings'>): ReactNode {
  const { t } = useTranslation(['account', 'common']);
  const { part } = useParams();
  const [update] = useMutation(updateSettings, { refetchQueries: [meQuery], awaitRefetchQueries: true });
  const form = useEntryForm({
    initial: {
      mailContent: settings.mailContent,
      quiet: settings.quietFrom !== null,
      quietFrom: settings.quietFrom ?? '21:00',
      quietTo: settings.quietTo ?? '08:00',
      mailed: mutableKinds.filter((kind) => !settings.muted.includes(kind)) as readonly string[],
    },
    labels: {
      mailContent: t('mailContent'),
      quiet: t('quiet'),
      quietFrom: t('quietFrom'),
      quietTo: t('quietTo'),
      mailed: t('mailKinds'),
    },
    rules: {
      quietFrom: (time, { quiet }) =>
        !quiet || isClockTime(time) ? ok(time) : badInput('quietFrom', 'MALFORMED'),
      quietTo: (time, { quiet }) =>
        !quiet || isClockTime(time) ? ok(time) : badInput('quietTo', 'MALFORMED'),
    },
  });
  const { quiet, mailed } = form.values;
  return (
    <Section title={t('notices')} arrived={part === 'notifications'}>
      <EntryForm
        form={form}
        submit={t('common:save')}
        onSubmit={async (values) => {
          const input = {
            mailContent: values.mailContent,
            quietFrom: values.quiet ? values.quietFrom : null,
            quietTo: values.quiet ? values.quietTo : null,
            muted: mutableKinds.filter((kind) => !values.mailed.includes(kind)),
            expectedVersion: settings.version,
          };
          await update({ variables: { input } });
          sayDone(t('common:saved'));
        }}
      >
        <Switch {...form.tick('mailContent')} description={t('mailContentHint')} />
        <Switch {...form.tick('quiet')} description={t('quietHint')} />
        {quiet && (
          <Group gap="md">
            <TextInput {...form.field('quietFrom')} type="time" />
            <TextInput {...form.field('quietTo')} type="time" />
          </Group>
        )}
        <Checkbox.Group
          label={t('mailKinds')}
          description={t('mailKindsHint')}
          value={[...mailed]}
          onChange={(next) => form.set({ mailed: next })}
        >
          <Stack gap="xs" mt="xs">
            {mutableKinds.map((kind) => (
              <Checkbox key={kind} value={kind} label={t(`kinds.${wordOf(kind)}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </EntryForm>
    </Section>
  );
}
