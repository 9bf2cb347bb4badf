import { TextInput, type TextInputProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';

interface Props extends Omit<TextInputProps, 'type' | 'value' | 'onChange' | 'inputMode'> {
  readonly value: number | string;
  /** The text in the box; `numberIn` reads it. */
  readonly onChange: (text: string) => void;
  readonly decimals?: boolean;
}

/**
 * The one box for a number. It takes every sign as it is typed or pasted, also １２ while a Japanese keyboard is still composing; the
 * kit's own and `type=number` swallow them. Once it is left it shows what was understood.
 */
export function NumberBox({ value, onChange, onBlur, decimals = false, ...props }: Props): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      {...props}
      inputMode={decimals ? 'decimal' : 'numeric'}
      autoComplete="off"
      value={typed ?? String(value)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(event.currentTarget.value);
      }}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
