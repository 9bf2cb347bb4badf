import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ConfirmDialog } from './confirm-dialog.js';

interface Props {
  /** On the button that asks and on the one that does it. */
  readonly label: string;
  readonly title: string;
  readonly ask: string;
  readonly onConfirm: () => Promise<unknown>;
}

/** A quiet button under the viewer's own words, which asks before it deletes them. */
export function TakeBack({ label, title, ask, onConfirm }: Props): ReactNode {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="subtle" color="red" px="xs" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={title}
        confirm={label}
        danger
        onConfirm={onConfirm}
      >
        <Text>{ask}</Text>
      </ConfirmDialog>
    </>
  );
}
