/** What a notice points at; UUIDs by name (`meetingId`, `requestId`, …), never words. */
export type NoticeIds = Readonly<Record<string, string>>;

/** What holds for a kind of notice, but for where it leads. */
export interface NoticeFlags {
  /** A notice on screen. It appears at once at any hour; only mail can be held back. */
  readonly screen: boolean;
  readonly mail: boolean;
  /** About other people's posts or plans without hurry: its mail waits out the reader's quiet hours. */
  readonly quiet: boolean;
  /** The reader may switch this kind of mail off. */
  readonly mutable: boolean;
  /** Its mail stays bare even for readers who switched content on. */
  readonly neverWithContent: boolean;
  /** Reaches people on leave too: their own meetings. */
  readonly duringLeave: boolean;
  /** Goes to those who have left or are shut out, too: it takes something out of their hands. */
  readonly afterLeaving?: boolean;
  /** Falls silent for readers who muted the thread it is about. */
  readonly ofThread?: boolean;
  /** Its address gives nothing away, so that a bare mail may link to it. */
  readonly linkInBareMail?: boolean;
}
export interface NoticeRule<Ids extends NoticeIds = NoticeIds> extends NoticeFlags {
  /** The page it opens, inside the tenant (`/t/<slug>` goes in front). */
  readonly path: (ids: Ids) => string;
}

export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

/** A kind of notice: what holds for it, and what it says. Facts are read when it is shown, so that they are never out of date. */
export interface Notice<Facts, Ids extends NoticeIds> {
  readonly rule: NoticeRule<Ids>;
  readonly ja: (facts: Facts) => NoticeText;
  readonly en: (facts: Facts) => NoticeText;
}

export const notice = <Facts, Ids extends NoticeIds>(what: Notice<Facts, Ids>): Notice<Facts, Ids> => what;

/** Facts of a notice that has nothing to look up. */
export type NoFacts = Readonly<Record<never, never>>;

/** 佐藤 さん */
export const san = (name: string): string => `${name} さん`;
