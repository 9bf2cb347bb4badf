import { Paper, Stack, Text, TextInput } from '@mantine/core';
import { readJoinCode } from '@yoriai/domain/groups';
import { badInput, ok } from '@yoriai/domain/kernel';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';

/** For those who hold the flyer in their hand. */
export function EnterJoinCode({ onCode }: { onCode: (code: string) => void }): ReactNode {
  const { t } = useTranslation('tenancy');
  const form = useEntryForm({
    initial: { code: '' },
    labels: { code: t('joinCode') },
    rules: {
      code: (text) => {
        const code = readJoinCode(text);
        return code === null ? badInput('code', text.trim() === '' ? 'REQUIRED' : 'MALFORMED') : ok(code);
      },
    },
  });
  return (
    <Stack gap="lg">
      <Text>{t('joinIntro')}</Text>
      <Paper>
        <EntryForm
          form={form}
          submit={t('look')}
          onSubmit={({ code }) => Promise.resolve(onCode(readJoinCode(code) ?? code))}
        >
          <TextInput
            {...form.field('code', { required: true })}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maw={240}
          />
        </EntryForm>
      </Paper>
    </Stack>
  );
}
