import { ActionIcon, Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { numberIn } from '@yoriai/domain/kernel';
import { agendaLimits, allowedTalk, speakerRules } from '@yoriai/domain/meetings';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedTalk, SpeakerRule } from '../../graphql/generated/operations.js';
import { NumberBox } from '../../ui/number-box.js';

export interface StepEntry {
  readonly id: string | null;
  readonly key: string | null;
  readonly name: string;
  readonly minutes: number;
  /** Only in an agenda that a group keeps: its minutes are for each of those who take part. */
  readonly perPerson?: boolean;
  readonly speakerRule: SpeakerRule;
  readonly allowed: readonly AllowedTalk[];
}

interface Props {
  readonly id: string;
  readonly steps: readonly StepEntry[];
  readonly onChange: (next: readonly StepEntry[]) => void;
  readonly error: ReactNode;
  /** What the minutes come to. */
  readonly sum: string;
  readonly tooLong?: boolean;
  /** Minutes can be for each person. */
  readonly perPerson?: boolean;
}

/** Steps in their order: renamed, lengthened, moved, taken out, added; who speaks and what about folds away. */
export function AgendaSteps({
  id,
  steps,
  onChange,
  error,
  sum,
  tooLong = false,
  perPerson = false,
}: Props): ReactNode {
  const { t } = useTranslation('agendas');
  const [moved, setMoved] = useState('');
  const change = (i: number, part: Partial<StepEntry>): void =>
    onChange(steps.map((step, at) => (at === i ? { ...step, ...part } : step)));
  const move = (i: number, by: -1 | 1): void => {
    const next = [...steps];
    [next[i], next[i + by]] = [next[i + by]!, next[i]!];
    onChange(next);
    setMoved(t('stepMoved', { name: steps[i]!.name, n: i + by + 1 }));
  };
  return (
    <>
      <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }} id={id} tabIndex={-1}>
        {steps.map((step, i) => (
          <li key={step.id ?? `new ${i}`}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <TextInput
                flex={1}
                miw={0}
                aria-label={t('stepName', { n: i + 1 })}
                value={step.name}
                onChange={(event) => change(i, { name: event.currentTarget.value })}
              />
              <NumberBox
                w={76}
                aria-label={t('stepMinutes', { n: i + 1 })}
                value={step.minutes || ''}
                onChange={(text) => change(i, { minutes: numberIn(text) || 0 })}
              />
            </Group>
            <Group gap={0}>
              <ActionIcon
                variant="subtle"
                size={44}
                aria-label={t('stepUp', { name: step.name })}
                disabled={i === 0}
                onClick={() => move(i, -1)}
              >
                <IconArrowUp size={20} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                size={44}
                aria-label={t('stepDown', { name: step.name })}
                disabled={i === steps.length - 1}
                onClick={() => move(i, 1)}
              >
                <IconArrowDown size={20} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                size={44}
                aria-label={t('stepRemove', { name: step.name })}
                onClick={() => onChange(steps.filter((_, at) => at !== i))}
              >
                <IconX size={20} aria-hidden />
              </ActionIcon>
            </Group>
            <details>
              <summary style={{ minHeight: 44, paddingBlock: 10, cursor: 'pointer' }}>
                {t('stepMore', { name: step.name })}
              </summary>
              <Stack gap="sm">
                {step.perPerson !== undefined && (
                  <Checkbox
                    label={t('stepPerPerson', { n: i + 1 })}
                    checked={step.perPerson}
                    py={10}
                    onChange={(event) => change(i, { perPerson: event.currentTarget.checked })}
                  />
                )}
                <NativeSelect
                  label={t('stepSpeaker', { n: i + 1 })}
                  data={speakerRules.map((value) => ({ value, label: t(`speakers.${value}`) }))}
                  value={step.speakerRule}
                  onChange={(event) => change(i, { speakerRule: event.currentTarget.value as SpeakerRule })}
                />
                <Checkbox.Group
                  label={t('stepAllowed', { n: i + 1 })}
                  value={[...step.allowed]}
                  onChange={(allowed) => change(i, { allowed: allowed as AllowedTalk[] })}
                >
                  <Group gap="xs">
                    {allowedTalk.map((value) => (
                      <Checkbox key={value} value={value} label={t(`allowed.${value}`)} py={10} />
                    ))}
                  </Group>
                </Checkbox.Group>
              </Stack>
            </details>
          </li>
        ))}
      </Stack>
      <Text role="status" c={tooLong ? 'red' : 'gray.6'}>
        {moved && `${moved} `}
        {sum}
      </Text>
      {error && <Text c="red">{error}</Text>}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          disabled={steps.length >= agendaLimits.steps}
          onClick={() =>
            onChange([
              ...steps,
              {
                id: null,
                key: null,
                name: t('newStep'),
                minutes: 10,
                speakerRule: 'ALL',
                allowed: [],
                ...(perPerson ? { perPerson: false } : {}),
              },
            ])
          }
        >
          {t('addStep')}
        </Button>
      </Group>
    </>
  );
}
