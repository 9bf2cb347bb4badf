import { Injectable, SetMetadata, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { MemberId, NoticeIds } from '@yoriai/domain/kernel';
import {
  noticeKinds,
  type IdsOfNotice,
  type NoticeFacts,
  type NoticeKind,
  type PointedNotice,
} from '@yoriai/domain/notifications';
import { markedMethods } from '../platform/boot/marked-methods.js';
import type { MailCalendar } from '../platform/mail/outgoing.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';

/** Looks up what the words need, for many notices at once and in their order; null where the reader may see it no longer. */
export type Describe<K extends NoticeKind> = (
  tx: TenantTx,
  ids: readonly IdsOfNotice[K][],
) => Promise<readonly (NoticeFacts[K] | null)[]>;

export interface MailExtras {
  /** A signed answer link, as a path: `/rsvp#…`. */
  readonly rsvpPath?: string;
  readonly calendar?: MailCalendar;
  /** Each for a mail of its own: what else calendars have to hear. */
  readonly moreCalendars?: readonly MailCalendar[];
  /** Keeps what the mail said, in the transaction that marks it as sent. */
  readonly onSent?: (tx: TenantTx) => Promise<void>;
}
/** What a mail that gathered several notices has to say at last: all that is true of them, or nothing. */
export type Gather<K extends NoticeKind> = (
  tx: TenantTx,
  notices: readonly PointedNotice<K>[],
  memberId: MemberId,
) => Promise<{ readonly notices: readonly Describable[] } & MailExtras>;
/** What only a mail carries. Runs in the reader's own transaction, just before the mail goes out. */
export type ExtrasForMail<K extends NoticeKind> = (
  tx: TenantTx,
  ids: IdsOfNotice[K],
  memberId: MemberId,
) => Promise<MailExtras>;

export interface Describable {
  readonly kind: NoticeKind;
  readonly ids: NoticeIds;
}
export type Described<N extends Describable> = N & { readonly facts: NoticeFacts[NoticeKind] };

const marks = {
  describes: 'yoriai:describes',
  addsToMail: 'yoriai:adds-to-mail',
  gathers: 'yoriai:gathers',
} as const;

type Marks<Method> = <M extends Method>(
  target: object,
  key: string,
  method: TypedPropertyDescriptor<M>,
) => void;
const markAs =
  <Method>(mark: string, kinds: readonly NoticeKind[]): Marks<Method> =>
  (target, key, method) => {
    SetMetadata(mark, kinds)(target, key, method);
  };

/**
 * Marks the method of a noun's `*Notices` class that finds the facts for the words of these kinds:
 *
 *   @Describes('support.reply')
 *   async replies(tx: TenantTx, all: readonly ReplyIds[]) { … }
 *
 * `tx` is the reader's: row-level security as that member, when the list is opened and when the mail is sent. So a notice keeps ids only, its
 * words are never stale, and what the reader may see no longer (or what was cancelled: null) shows up neither on screen, nor in the count,
 * nor in a mail that was still waiting. The words stand in the noun's `notices.ts` of the domain.
 */
export const Describes = <K extends NoticeKind>(...kinds: K[]): Marks<Describe<K>> =>
  markAs(marks.describes, kinds);
/** Marks the method that finds what only the mails of these kinds carry. */
export const AddsToMail = <K extends NoticeKind>(...kinds: K[]): Marks<ExtrasForMail<K>> =>
  markAs(marks.addsToMail, kinds);
/** Marks the method that says what a mail that gathered notices of these kinds is about. */
export const Gathers = <K extends NoticeKind>(...kinds: K[]): Marks<Gather<K>> =>
  markAs(marks.gathers, kinds);

type AnyDescribe = (
  tx: TenantTx,
  ids: readonly NoticeIds[],
) => Promise<readonly (NoticeFacts[NoticeKind] | null)[]>;
type AnyExtras = (tx: TenantTx, ids: NoticeIds, memberId: MemberId) => Promise<MailExtras>;
type Gathered = Promise<{ readonly notices: readonly Describable[] } & MailExtras>;
type AnyGather = (tx: TenantTx, notices: readonly Describable[], memberId: MemberId) => Gathered;

/** Finds what each noun says of its notices. Boot fails when a kind has no description or two. */
@Injectable()
export class Notices implements OnModuleInit {
  private describes = new Map<NoticeKind, AnyDescribe>();
  private addsToMail = new Map<NoticeKind, AnyExtras>();
  private gathers = new Map<NoticeKind, AnyGather>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    this.describes = this.methodOfKind(marks.describes);
    this.addsToMail = this.methodOfKind(marks.addsToMail);
    this.gathers = this.methodOfKind(marks.gathers);
    const silent = noticeKinds.filter((kind) => !this.describes.has(kind));
    if (silent.length > 0) throw new Error(`Nothing describes these notices: ${silent.join(', ')}`);
  }

  /** The notices that the reader of this transaction may still read, with their facts, in the same order. */
  async describe<N extends Describable>(tx: TenantTx, notices: readonly N[]): Promise<Described<N>[]> {
    const factsOf = new Map<N, NoticeFacts[NoticeKind]>();
    for (const describe of new Set(notices.map(({ kind }) => this.describes.get(kind)))) {
      const group = notices.filter(({ kind }) => this.describes.get(kind) === describe);
      const ids = group.map((notice) => notice.ids);
      const facts = (await describe?.(tx, ids)) ?? [];
      group.forEach((notice, i) => facts[i] && factsOf.set(notice, facts[i]));
    }
    return notices.flatMap((notice) => {
      const facts = factsOf.get(notice);
      return facts ? [{ ...notice, facts }] : [];
    });
  }

  async extrasForMail(tx: TenantTx, { kind, ids }: Describable, memberId: MemberId): Promise<MailExtras> {
    return (await this.addsToMail.get(kind)?.(tx, ids, memberId)) ?? {};
  }

  /** What a mail has to say of the notices that it gathered. */
  async gather(tx: TenantTx, notices: readonly Describable[], memberId: MemberId): Gathered {
    return (await this.gathers.get(notices[0]!.kind)?.(tx, notices, memberId)) ?? { notices };
  }

  private methodOfKind<Method>(mark: string): Map<NoticeKind, Method> {
    const found = new Map<NoticeKind, Method>();
    for (const { mark: kinds, method } of markedMethods<NoticeKind[], Method>(
      this.discovery,
      this.scanner,
      mark,
    ))
      for (const kind of kinds) {
        if (found.has(kind)) throw new Error(`Two methods speak for ${kind}`);
        found.set(kind, method);
      }
    return found;
  }
}
