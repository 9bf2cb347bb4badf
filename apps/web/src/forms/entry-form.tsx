import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../ui/error-text.js';
import { FirstStands } from './first-stands.js';
import { FieldError } from './field-words.js';
import type { EntryFormState } from './use-entry-form.js';

interface Props<Values> {
  readonly form: EntryFormState<Values>;
  /** Rejecting is fine: the form shows why, beside the box where it can. */
  readonly onSubmit: (values: Values) => Promise<unknown>;
  readonly submit: string;
  readonly children: ReactNode;
  /** Beside the button, such as a way to cancel. */
  readonly beside?: ReactNode;
}

/** One column, one action. On a mistake the summary appears and the first box in question gets the focus. */
export function EntryForm<Values extends object>({
  form,
  onSubmit,
  submit,
  children,
  beside,
}: Props<Values>): ReactNode {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const send = async (): Promise<void> => {
    const problem = await form.submit(onSubmit);
    if (problem) focusField(form.idOf(problem.name));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="lg">
        {form.hasDraft && (
          <Group gap="sm">
            <Text c="dimmed">{t('draftKept')}</Text>
            <Button variant="subtle" onClick={form.reset}>
              {t('discardDraft')}
            </Button>
          </Group>
        )}
        {form.problems.length > 1 && <Summary form={form} />}
        {children}
        {form.failure?.code === 'IDEMPOTENCY_CONFLICT' && (
          <FirstStands
            onSendToo={() => {
              form.renewKey();
              button.current?.focus();
              void send();
            }}
          />
        )}
        {form.failure && form.failure.code !== 'IDEMPOTENCY_CONFLICT' && <ErrorText failure={form.failure} />}
        <Group gap="md">
          <Button type="submit" ref={button} loading={form.submitting}>
            {submit}
          </Button>
          {beside}
        </Group>
      </Stack>
    </form>
  );
}

function Summary<Values extends object>({ form }: { form: EntryFormState<Values> }): ReactNode {
  const { t } = useTranslation();
  return (
    <Alert color="red" role="alert" title={t('errorSummary', { count: form.problems.length })}>
      <ul style={{ margin: 0, paddingInlineStart: 24 }}>
        {form.problems.map(({ name, label, error }) => (
          <li key={name}>
            <Anchor
              component="button"
              type="button"
              ta="start"
              display="block"
              py={8}
              onClick={() => focusField(form.idOf(name))}
            >
              <FieldError label={label} error={error} />
            </Anchor>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** After the render that shows the mistakes. */
function focusField(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
