/** What the database cannot say of a column. */
interface ColumnWord {
  readonly type: string;
  /** The area of the domain that the type comes from. */
  readonly from?: string;
}
/** What neither the database nor its plan says of one column of an answer. */
interface AnswerWord {
  readonly type?: string;
  readonly from?: string;
  /** It is never null. */
  readonly isThere?: true;
  readonly why: string;
}

/** Tables whose ids are called otherwise in the domain. */
export const ofOtherTables: Readonly<Record<string, string>> = {
  meeting_decision: 'Decision',
  meeting_minutes_correction: 'Correction',
};

export const knownColumns: Readonly<Record<string, ColumnWord>> = {
  'agenda_template.steps': { type: 'readonly AgendaTemplateStep[]', from: 'meetings' },
  'meeting.agenda': { type: 'readonly AgendaStep[]', from: 'meetings' },
};

/** By `statement: column`. Each word must be needed, and says why it is true. */
export const known: Readonly<Record<string, AnswerWord>> = {};
