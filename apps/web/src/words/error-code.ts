import type { GroupError } from '@yoriai/domain/groups';
import type { KernelError } from '@yoriai/domain/kernel';
import type {
  DatePollError,
  FollowUpError,
  MeetingError,
  MeetingRunError,
  RecordingNotAgreed,
  RoleError,
} from '@yoriai/domain/meetings';
import type { NotificationError } from '@yoriai/domain/notifications';
import type { PeopleError } from '@yoriai/domain/people';
import type { OfferError, StrengthError, SupportError } from '@yoriai/domain/support';
import type { TenancyError } from '@yoriai/domain/tenancy';

/** Everything that can go wrong as the rules know it: a feature's union joins here and then needs words in both languages. */
export type DomainError =
  | KernelError
  | TenancyError
  | PeopleError
  | GroupError
  | MeetingError
  | MeetingRunError
  | RecordingNotAgreed
  | DatePollError
  | RoleError
  | FollowUpError
  | SupportError
  | OfferError
  | StrengthError
  | NotificationError;

/** Codes that only the platform or the network gives. */
type PlatformCode =
  | 'UNAUTHENTICATED'
  | 'MEMBER_MISMATCH'
  | 'IDEMPOTENCY_CONFLICT'
  | 'RATE_LIMITED'
  | 'INTERNAL'
  | 'OFFLINE';

export type ErrorCode = DomainError['code'] | PlatformCode;
