import { Badge, Group } from '@mantine/core';
import type { BadUserInput, Failure } from '@yoriai/domain/kernel';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../ui/error-text.js';

/** The words above a box. What must be filled in says so in text, not by a star. */
export function FieldLabel({ label, required }: { label: string; required: boolean }): ReactNode {
  const { t } = useTranslation();
  if (!required) return label;
  return (
    <Group component="span" gap={8} display="inline-flex">
      {label}
      <Badge component="span" variant="light" color="brand" c="brand.9" size="md" radius="sm">
        {t('required')}
      </Badge>
    </Group>
  );
}

/** A broken limit with the name of its box; any other refusal in its own words. */
export function FieldError({ label, error }: { label: string; error: Failure }): ReactNode {
  const { t } = useTranslation('fields');
  const errorText = useErrorText();
  if (error.code !== 'BAD_USER_INPUT') return errorText(error);
  const { rule, limit } = error as BadUserInput;
  return t(rule, { label, limit });
}
