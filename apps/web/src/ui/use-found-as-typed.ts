import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

/** Of milliseconds without another letter a search begins. */
const rest = 250;

/**
 * What a list answers to what is being typed: asked once the typing rests, one question at a time, and of those that came up meanwhile only
 * the last. Until an answer is there the previous one stays.
 */
export function useFoundAsTyped<Data, Variables extends OperationVariables & { search?: string | null }>(
  document: TypedDocumentNode<Data, Variables>,
  typed: string,
) {
  const [rested] = useDebouncedValue(typed.trim(), rest);
  const [asked, setAsked] = useState(rested);
  const { data, previousData, error, loading, refetch } = useQuery<Data, OperationVariables>(document, {
    variables: { search: asked || null },
  });
  if (!loading && rested !== asked) setAsked(rested);
  return { found: (data ?? previousData) as Data | undefined, error, refetch };
}
