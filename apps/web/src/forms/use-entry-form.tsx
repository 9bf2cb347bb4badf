import type { Failure, Result } from '@yoriai/domain/kernel';
import { useContext, useId, useState, type ChangeEvent, type ReactNode } from 'react';
import { failureOf, type AskFailure } from '../graphql/failure.js';
import type { ErrorCode } from '../words/error-code.js';
import { DraftOwner, draftKey, keepDraft, readDraft } from './draft.js';
import { FieldError, FieldLabel } from './field-words.js';
import { newIdempotencyKey } from './idempotency-key.js';

/** The domain's own rule for one box: the form refuses exactly what the server would. */
type Rules<Values> = {
  readonly [Name in keyof Values]?: (value: Values[Name], all: Values) => Result<unknown, Failure>;
};

interface Options<Values> {
  readonly initial: Values;
  /** The words above each box, which its mistakes repeat. */
  readonly labels: { readonly [Name in keyof Values]: string };
  readonly rules?: Rules<Values>;
  /** Refusals of the server that are about one box: `{ SLUG_TAKEN: 'slug' }`. */
  readonly blame?: { readonly [Code in ErrorCode]?: keyof Values & string };
  /** Keeps what was typed on this device under that name until it was sent. Never for passwords or codes. */
  readonly draft?: string | undefined;
}

interface FieldOptions {
  readonly required?: boolean;
}

type Changed<Value> = Value | ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;

interface FieldProps<Value> {
  readonly id: string;
  readonly name: string;
  readonly label: ReactNode;
  readonly value: Value;
  readonly error: ReactNode;
  readonly required: boolean;
  readonly onChange: (next: Changed<Value>) => void;
}

interface TickProps {
  readonly id: string;
  readonly name: string;
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly error: ReactNode;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

export interface FieldProblem {
  readonly name: string;
  readonly label: string;
  readonly error: Failure;
}

export interface EntryFormState<Values> {
  readonly values: Values;
  readonly set: (next: Partial<Values>) => void;
  /** Props of a text box, select or any input with `value` and `onChange`. */
  readonly field: <Name extends keyof Values & string>(
    name: Name,
    options?: FieldOptions,
  ) => FieldProps<Values[Name]>;
  /** Props of a checkbox or switch. */
  readonly tick: (name: TickNames<Values>) => TickProps;
  /** The same for every retry of one submission, so that a second tap creates nothing twice. To be read when it is sent. */
  readonly idempotencyKey: string;
  /** For what is to be sent besides: the next sending is one of its own. */
  readonly renewKey: () => void;
  readonly problems: readonly FieldProblem[];
  readonly failure: AskFailure | null;
  readonly submitting: boolean;
  readonly hasDraft: boolean;
  readonly reset: () => void;
  readonly idOf: (name: string) => string;
  readonly submit: (send: (values: Values) => Promise<unknown>) => Promise<FieldProblem | null>;
}

type TickNames<Values> = {
  [Name in keyof Values]: Values[Name] extends boolean ? Name : never;
}[keyof Values] &
  string;

export function useEntryForm<Values extends object>({
  initial,
  labels,
  rules,
  blame,
  draft,
}: Options<Values>): EntryFormState<Values> {
  const formId = useId();
  const key = draftKey(useContext(DraftOwner), draft);
  const [kept] = useState(() => readDraft<Values>(key));
  const [values, setValues] = useState<Values>({ ...initial, ...kept?.values });
  const [sending] = useState(() => new Sending(kept?.idempotencyKey));
  const [hasDraft, setHasDraft] = useState(kept !== null);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [failure, setFailure] = useState<AskFailure | null>(null);
  const [submitting, setSubmitting] = useState(false);

  const set = (next: Partial<Values>): void => {
    const merged = { ...values, ...next };
    setValues(merged);
    setProblems(problems.filter(({ name }) => !(name in next)));
    keepDraft<Values>(key, { values: merged, idempotencyKey: sending.key });
  };
  const reset = (): void => {
    setValues(initial);
    setProblems([]);
    setFailure(null);
    setHasDraft(false);
    sending.renew();
    keepDraft(key, null);
  };
  const idOf = (name: string): string => `${formId}${name}`;
  const errorOf = (name: string): ReactNode => {
    const problem = problems.find((one) => one.name === name);
    return problem && <FieldError {...problem} />;
  };

  return {
    values,
    set,
    get idempotencyKey() {
      return sending.key;
    },
    renewKey: () => sending.renew(),
    problems,
    failure,
    submitting,
    hasDraft,
    reset,
    idOf,
    field: (name, options) => ({
      id: idOf(name),
      name,
      label: <FieldLabel label={labels[name]} required={options?.required ?? false} />,
      value: values[name],
      error: errorOf(name),
      required: options?.required ?? false,
      onChange: (next) =>
        set({ [name]: isChange(next) ? next.currentTarget.value : next } as Partial<Values>),
    }),
    tick: (name) => ({
      id: idOf(name),
      name,
      label: labels[name],
      checked: values[name] as boolean,
      error: errorOf(name),
      onChange: (event) => set({ [name]: event.currentTarget.checked } as Partial<Values>),
    }),
    submit: async (send) => {
      if (submitting) return null;
      const found = broken(values, rules ?? {}, labels);
      setProblems(found);
      setFailure(null);
      if (found.length > 0) return found[0] ?? null;
      setSubmitting(true);
      try {
        await send(values);
        keepDraft(key, null);
        setHasDraft(false);
        sending.renew();
        return null;
      } catch (error) {
        const refused = failureOf(error);
        const problem = asFieldProblem(refused, labels, blame ?? {});
        setProblems(problem ? [problem] : []);
        setFailure(problem ? null : refused);
        return problem;
      } finally {
        setSubmitting(false);
      }
    },
  };
}

/** The key of what is being sent: what is on screen does not depend on it, and a new one counts at once. */
class Sending {
  constructor(public key: string = newIdempotencyKey()) {}
  renew(): void {
    this.key = newIdempotencyKey();
  }
}

const isChange = (next: unknown): next is ChangeEvent<HTMLInputElement> =>
  typeof next === 'object' && next !== null && 'currentTarget' in next;

type Labels = Readonly<Record<string, string>>;

function broken<Values extends object>(values: Values, rules: Rules<Values>, labels: Labels): FieldProblem[] {
  return (Object.keys(rules) as (keyof Values & string)[]).flatMap((name) => {
    const verdict = rules[name]?.(values[name], values);
    return verdict && !verdict.ok ? [{ name, label: labels[name] ?? '', error: verdict.error }] : [];
  });
}

function asFieldProblem(failure: AskFailure, labels: Labels, blame: Partial<Labels>): FieldProblem | null {
  const name = failure.code === 'BAD_USER_INPUT' ? String(failure['field']) : blame[failure.code];
  const label = name === undefined ? undefined : labels[name];
  return name === undefined || label === undefined ? null : { name, label, error: failure };
}
