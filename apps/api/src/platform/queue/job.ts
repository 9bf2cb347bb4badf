/** The class of a job: what it is given, it is given by injection. */
export type Job<Instance> = new (...injected: never[]) => Instance;

/** Nothing to ask for, or an error that names what a job takes and has not declared. */
export type NoOther<Declared extends string, Taken extends string> = [Taken] extends [Declared]
  ? unknown
  : { readonly undeclared: Exclude<Taken, Declared> };
