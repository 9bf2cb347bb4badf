import { Group, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { elapsedMs, remainingMs, stepOf, type RunState } from '@yoriai/domain/meetings';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerTime } from '../../graphql/server-clock.js';
import classes from './meeting-clock.module.css';
import type { Step } from './run-state.js';

interface Props {
  readonly run: RunState;
  readonly steps: readonly Step[];
  /** For showing it on a big screen. */
  readonly ref?: RefObject<HTMLDivElement | null>;
}

/** The step that is on, its time left, its prompt, and the next step: the same on every screen. */
export function MeetingClock({ run, steps, ref }: Props): ReactNode {
  const { t } = useTranslation('console');
  const now = useServerTime();
  const nth = steps.findIndex(({ id }) => id === run.stepId);
  const step = steps[nth];
  const next = steps[nth + 1];
  const left = remainingMs(run, steps, now);
  const isOver = left !== null && left < 0;
  const name = step?.name ?? t(steps.length === 0 ? 'freeRun' : 'through');
  const extra = step ? stepOf(run, step.id).extraMinutes : 0;
  return (
    <Stack gap="xs" ref={ref} className={classes['clock']}>
      <VisuallyHidden role="status">
        {step ? `${t('now', { step: step.name })} ${step.prompt ?? ''}` : name}
        {run.paused && t('paused')}
      </VisuallyHidden>
      {step && (
        <Text size="xs" c="gray.6">
          {t('step', { nth: nth + 1, count: steps.length })}
        </Text>
      )}
      <Title order={2} size={step ? 'h1' : 'h3'}>
        {name}
      </Title>
      {step?.prompt && <p className={classes['prompt']}>{step.prompt}</p>}
      <Group justify="center" gap="xs" align="baseline">
        <Text fw={700} c={isOver ? 'attention.8' : 'gray.6'}>
          {run.paused ? t('paused') : t(left === null ? 'spent' : isOver ? 'over' : 'left')}
        </Text>
        {extra > 0 && <Text c="gray.6">{t('extended', { minutes: extra })}</Text>}
      </Group>
      <p className={`${classes['digits']} ${isOver ? classes['over'] : ''}`} role="timer">
        {digits(left ?? elapsedMs(run, now))}
      </p>
      {step && (
        <Text c="gray.6">
          {next ? t('next', { step: next.name, minutes: next.minutes }) : t('nextIsEnd')}
        </Text>
      )}
    </Stack>
  );
}

/** 4:05, 1:02:30. What is left is shown to the end of its second; what is over, from its beginning. */
export function digits(milliseconds: number): string {
  const whole = milliseconds >= 0 ? Math.ceil(milliseconds / 1000) : Math.floor(-milliseconds / 1000);
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
