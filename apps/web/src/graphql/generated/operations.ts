// Written by codegen.mjs from apps/api/schema.graphql and the gql documents of src/. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AcceptInvitationInput = {
  displayName?: string | null | undefined;
  kana?: string | null | undefined;
  password?: string | null | undefined;
  phone?: string | null | undefined;
  token: string;
};

export type AddGroupMemberInput = {
  deputy?: boolean | null | undefined;
  groupId: string;
  idempotencyKey?: string | null | undefined;
  memberId: string;
  role?: GroupRole | null | undefined;
  takesPart?: boolean | null | undefined;
};

export type AgendaStepInput = {
  allowed?: Array<AllowedTalk> | null | undefined;
  id?: string | null | undefined;
  key?: string | null | undefined;
  minutes: number;
  name?: string | null | undefined;
  speakerRule?: SpeakerRule | null | undefined;
};

export type AgendaTemplateStepInput = {
  allowed?: Array<AllowedTalk> | null | undefined;
  key?: string | null | undefined;
  minutes: number;
  name?: string | null | undefined;
  perPerson?: boolean | null | undefined;
  speakerRule?: SpeakerRule | null | undefined;
};

export type AllowedTalk =
  | 'ADVICE'
  | 'COMMIT'
  | 'EXPERIENCE'
  | 'FACTS'
  | 'QUESTIONS'
  | 'UPDATE';

export type AmendCharterInput = {
  clauses: Array<string>;
  expectedVersion: number;
  groupId: string;
};

export type AnswerDatePollInput = {
  answers: Array<DatePollAnswerInput>;
  pollId: string;
};

export type AskSecondPersonInput = {
  idempotencyKey?: string | null | undefined;
  memberId: string;
  requestId: string;
};

export type Audience =
  | 'CHOSEN'
  | 'GROUP'
  | 'TENANT';

export type ChangeHelpAvailabilityInput = {
  expectedVersion?: number | null | undefined;
  fullThisMonth?: boolean | null | undefined;
  willing?: boolean | null | undefined;
};

export type CheckInVisibility =
  | 'FACILITATOR'
  | 'GROUP'
  | 'SELF';

export type CloseMeetingInput = {
  decisions?: Array<string> | null | undefined;
  idempotencyKey?: string | null | undefined;
  meetingId: string;
};

export type ClosingRoundInput = {
  delta?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  goal?: string | null | undefined;
  goalWanted?: SupportType | null | undefined;
  idempotencyKey?: string | null | undefined;
  meetingId: string;
  oneYearLater?: boolean | null | undefined;
  plus?: string | null | undefined;
  safety?: SafetyInput | null | undefined;
  takeAway?: string | null | undefined;
};

export type CommentOnGoodNewsInput = {
  body: string;
  goodNewsId: string;
  idempotencyKey?: string | null | undefined;
};

export type CommitmentStatus =
  | 'CARRIED'
  | 'DROPPED'
  | 'KEPT'
  | 'OPEN'
  | 'PARTLY';

export type Congratulation =
  | 'CONGRATULATIONS'
  | 'THANKS';

export type CorrectAttendanceInput = {
  late?: boolean | null | undefined;
  meetingId: string;
  memberId: string;
  presence: Presence;
};

export type CorrectMinutesInput = {
  idempotencyKey?: string | null | undefined;
  meetingId: string;
  text: string;
};

export type CreateAgendaTemplateInput = {
  groupId: string;
  idempotencyKey?: string | null | undefined;
  name: string;
  steps: Array<AgendaTemplateStepInput>;
};

export type CreateGroupInput = {
  capacity?: number | null | undefined;
  goals?: Array<string> | null | undefined;
  idempotencyKey?: string | null | undefined;
  name: string;
  programmeId?: string | null | undefined;
  purpose: string;
  template?: GroupTemplate | null | undefined;
};

export type CreateJoinLinkInput = {
  days?: number | null | undefined;
  groupId: string;
  idempotencyKey?: string | null | undefined;
};

export type CreateProgrammeInput = {
  endsOn: string;
  idempotencyKey?: string | null | undefined;
  name: string;
  startsOn: string;
};

export type DatePollAnswerInput = {
  answer: PollAnswer;
  optionId: string;
};

export type DatePollOptionInput = {
  date: string;
  time?: string | null | undefined;
};

export type DatePollStatus =
  | 'CANCELLED'
  | 'OPEN'
  | 'SETTLED';

export type EditAgendaInput = {
  expectedVersion?: number | null | undefined;
  meetingId: string;
  steps: Array<AgendaStepInput>;
};

export type EditAgendaTemplateInput = {
  expectedVersion?: number | null | undefined;
  name: string;
  steps: Array<AgendaTemplateStepInput>;
  templateId: string;
};

export type EditCommitmentInput = {
  commitmentId: string;
  dueOn?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  statement?: string | null | undefined;
};

export type EditDatePollInput = {
  closesOn?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  note?: string | null | undefined;
  options?: Array<DatePollOptionInput> | null | undefined;
  pollId: string;
  title?: string | null | undefined;
};

export type EditGoodNewsInput = {
  body: string;
  expectedVersion?: number | null | undefined;
  goodNewsId: string;
};

export type EditMeetingInput = {
  expectedVersion?: number | null | undefined;
  format?: MeetingFormat | null | undefined;
  meetingId: string;
  place?: string | null | undefined;
  title?: string | null | undefined;
  url?: string | null | undefined;
};

export type EditSeriesInput = {
  durationMinutes: number;
  expectedVersion?: number | null | undefined;
  format: MeetingFormat;
  meetingId: string;
  place?: string | null | undefined;
  postpone?: Array<string> | null | undefined;
  rule: string;
  skip?: Array<string> | null | undefined;
  startsAtLocal: string;
  title: string;
  url?: string | null | undefined;
};

export type EditSupportRequestInput = {
  body?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  requestId: string;
  title?: string | null | undefined;
  urgency?: Urgency | null | undefined;
};

export type EditTopicInput = {
  detail?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  minutes?: number | null | undefined;
  priority?: TopicPriority | null | undefined;
  title?: string | null | undefined;
  topicId: string;
};

export type EnterAttendanceInput = {
  late?: boolean | null | undefined;
  memberId: string;
  presence: Presence;
};

export type EnterCommitmentInput = {
  ownerId: string;
  statement: string;
};

export type EnterMeetingInput = {
  commitments?: Array<EnterCommitmentInput> | null | undefined;
  decisions?: Array<string> | null | undefined;
  idempotencyKey?: string | null | undefined;
  meetingId: string;
  present: Array<EnterAttendanceInput>;
};

export type Evenness =
  | 'EVEN'
  | 'MIXED'
  | 'UNEVEN';

export type FiguresInput = {
  customers?: number | null | undefined;
  grossProfitYen?: number | null | undefined;
  ownHours?: number | null | undefined;
  salesYen?: number | null | undefined;
};

export type GiveAndTakeFlagState =
  | 'OPEN'
  | 'PUT_ASIDE';

export type GoodNewsAudience =
  | 'GROUP'
  | 'TENANT';

export type GroupRole =
  | 'FACILITATOR'
  | 'MEMBER';

export type GroupStatus =
  | 'ACTIVE'
  | 'CLOSED'
  | 'FORMING'
  | 'PAUSED';

export type GroupTemplate =
  | 'MANUFACTURING_RETAIL'
  | 'MIXED'
  | 'PROFESSIONAL'
  | 'SERVICE';

export type HelperInput = {
  gave?: SupportType | null | undefined;
  match?: number | null | undefined;
  memberId: string;
  thanks?: string | null | undefined;
};

export type HotSeatReasonKind =
  | 'LONGEST'
  | 'NEVER'
  | 'URGENT'
  | 'VOTES';

export type ImportRosterInput = {
  base64: string;
  fileName: string;
  idempotencyKey?: string | null | undefined;
  programmeId?: string | null | undefined;
  sendInvitations?: boolean | null | undefined;
};

export type InviteMemberInput = {
  displayName: string;
  email: string;
  groupId?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
  kana?: string | null | undefined;
  role?: TenantRole | null | undefined;
};

export type JoinByCodeInput = {
  businessName?: string | null | undefined;
  code: string;
  displayName: string;
  email: string;
  industry?: string | null | undefined;
  kana?: string | null | undefined;
  mailCode: string;
};

export type Locale =
  | 'EN'
  | 'JA';

export type MakeCommitmentInput = {
  dueOn?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
  meetingId: string;
  ownerId?: string | null | undefined;
  statement: string;
};

export type MakeRemarkInput = {
  body: string;
  checkInId?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
  topicId?: string | null | undefined;
};

export type MarkAttendanceInput = {
  late?: boolean | null | undefined;
  meetingId: string;
  memberId?: string | null | undefined;
  presence?: Presence | null | undefined;
};

export type MarkSpeakerInput = {
  at?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
  meetingId: string;
  memberId?: string | null | undefined;
};

export type MeetingFormat =
  | 'HYBRID'
  | 'IN_PERSON'
  | 'ONLINE';

export type MeetingRoleName =
  | 'HOST'
  | 'HOT_SEAT'
  | 'TIMEKEEPER';

export type MeetingStatus =
  | 'CANCELLED'
  | 'CLOSED'
  | 'OPEN'
  | 'SCHEDULED';

export type MemberStatus =
  | 'ACTIVE'
  | 'ALUMNI'
  | 'DECEASED'
  | 'INVITED'
  | 'ON_LEAVE'
  | 'SUSPENDED';

export type NoteHardTimeInput = {
  groupId?: string | null | undefined;
  memberId?: string | null | undefined;
  since?: string | null | undefined;
};

export type NudgeState =
  | 'ASKED'
  | 'SNOOZED';

export type OfferReason =
  | 'GIFT'
  | 'LEARNING'
  | 'RETURN'
  | 'WORK';

export type OfferStatus =
  | 'ACCEPTED'
  | 'DECLINED'
  | 'DELIVERED'
  | 'OFFERED'
  | 'WITHDRAWN';

export type OfferSupportInput = {
  idempotencyKey?: string | null | undefined;
  message: string;
  price?: number | null | undefined;
  reason?: OfferReason | null | undefined;
  requestId: string;
  terms?: OfferTerms | null | undefined;
};

export type OfferTerms =
  | 'EXCHANGE'
  | 'FREE'
  | 'PAID';

export type OpenDatePollInput = {
  closesOn?: string | null | undefined;
  groupId: string;
  idempotencyKey?: string | null | undefined;
  note?: string | null | undefined;
  options: Array<DatePollOptionInput>;
  title: string;
};

export type PlanAfterPartyInput = {
  details?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  feeYen?: number | null | undefined;
  meetingId: string;
};

export type PollAnswer =
  | 'IF_NEED_BE'
  | 'NO'
  | 'YES';

export type PostGoodNewsInput = {
  audience?: GoodNewsAudience | null | undefined;
  body: string;
  groupId?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
};

export type PostSupportRequestInput = {
  acceptsPaid?: boolean | null | undefined;
  anonymous?: boolean | null | undefined;
  audience?: Audience | null | undefined;
  body: string;
  chosenMemberIds?: Array<string> | null | undefined;
  groupId?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
  includeNewcomers?: boolean | null | undefined;
  title: string;
  type: SupportType;
  urgency?: Urgency | null | undefined;
  wanted: SupportWanted;
};

export type Presence =
  | 'ABSENT'
  | 'ONLINE'
  | 'PRESENT';

export type ProposalKind =
  | 'JOIN'
  | 'READDRESSED'
  | 'ROLE';

export type ProposeTopicInput = {
  detail?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
  meetingId: string;
  minutes?: number | null | undefined;
  priority?: TopicPriority | null | undefined;
  title: string;
};

export type PutFlagAsideInput = {
  expectedVersion?: number | null | undefined;
  flagId: string;
};

export type RecordDecisionInput = {
  idempotencyKey?: string | null | undefined;
  meetingId: string;
  text: string;
};

export type ReflectionKind =
  | 'DELTA'
  | 'PLUS'
  | 'TAKE_AWAY';

export type RegisterTenantInput = {
  displayName: string;
  email: string;
  kana?: string | null | undefined;
  locale?: Locale | null | undefined;
  mailCode: string;
  password?: string | null | undefined;
  slug: string;
  tenantName: string;
  timeZone?: string | null | undefined;
};

export type ReplyInput = {
  body: string;
  gives?: SupportType | null | undefined;
  idempotencyKey?: string | null | undefined;
  requestId: string;
};

export type RescheduleMeetingInput = {
  andFollowing?: boolean | null | undefined;
  durationMinutes?: number | null | undefined;
  expectedVersion?: number | null | undefined;
  meetingId: string;
  postpone?: Array<string> | null | undefined;
  startsAtLocal: string;
};

export type ResolveSupportRequestInput = {
  expectedVersion?: number | null | undefined;
  helpers?: Array<HelperInput> | null | undefined;
  outcome?: string | null | undefined;
  requestId: string;
};

export type RoleReason =
  | 'CHOSEN'
  | 'ROTATION'
  | 'STEPPED_IN'
  | 'TOPIC';

export type RosterFileInput = {
  base64: string;
  fileName: string;
};

export type RosterOutcome =
  | 'EXISTING'
  | 'NEW'
  | 'UNCHANGED';

export type Rsvp =
  | 'ASYNC'
  | 'NO'
  | 'ONLINE'
  | 'YES';

export type RsvpNote =
  | 'LATE'
  | 'LEAVING_EARLY';

export type RunAct =
  | 'BACK'
  | 'EXTEND'
  | 'GO_TO'
  | 'NEXT'
  | 'PAUSE'
  | 'RESUME'
  | 'SKIP';

export type RunMeetingInput = {
  act: RunAct;
  at?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
  meetingId: string;
  minutes?: number | null | undefined;
  stepId?: string | null | undefined;
};

export type RunStepState =
  | 'DONE'
  | 'SKIPPED'
  | 'WAITING';

export type SafetyInput = {
  heard: number;
  safe: number;
  spoke: number;
};

export type ScheduleMeetingsInput = {
  agendaTemplate?: string | null | undefined;
  durationMinutes: number;
  format: MeetingFormat;
  groupId: string;
  idempotencyKey?: string | null | undefined;
  place?: string | null | undefined;
  postpone?: Array<string> | null | undefined;
  rule?: string | null | undefined;
  skip?: Array<string> | null | undefined;
  startsAtLocal: string;
  timeZone: string;
  title: string;
  url?: string | null | undefined;
};

export type SendPrivateNoteInput = {
  body: string;
  idempotencyKey?: string | null | undefined;
  requestId: string;
  toMemberId?: string | null | undefined;
};

export type SetGroupRoleInput = {
  deputy?: boolean | null | undefined;
  expectedVersion?: number | null | undefined;
  groupId: string;
  memberId: string;
  role: GroupRole;
  takesPart?: boolean | null | undefined;
};

export type SettleCommitmentInput = {
  commitmentId: string;
  dueOn?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  reason?: string | null | undefined;
  status: CommitmentStatus;
};

export type SettleDatePollInput = {
  agendaTemplate?: string | null | undefined;
  durationMinutes: number;
  expectedVersion?: number | null | undefined;
  format: MeetingFormat;
  idempotencyKey?: string | null | undefined;
  optionId: string;
  place?: string | null | undefined;
  pollId: string;
  time?: string | null | undefined;
  url?: string | null | undefined;
};

export type SignInInput = {
  email: string;
  password: string;
  tenantSlug?: string | null | undefined;
};

export type SnoozeNudgeInput = {
  fullThisMonth?: boolean | null | undefined;
  nudgeId: string;
};

export type SpeakerRule =
  | 'ALL'
  | 'ALL_EXCEPT_PRESENTER'
  | 'PRESENTER';

export type StrengthLineInput = {
  expectedVersion?: number | null | undefined;
  memberId: string;
  signed?: boolean | null | undefined;
  text: string;
};

export type SubmitCheckInInput = {
  expectedVersion?: number | null | undefined;
  figures?: FiguresInput | null | undefined;
  figuresVisibility?: CheckInVisibility | null | undefined;
  idempotencyKey?: string | null | undefined;
  meetingId: string;
  mood?: number | null | undefined;
  moodVisibility?: CheckInVisibility | null | undefined;
  note?: string | null | undefined;
  problem?: string | null | undefined;
  progress?: string | null | undefined;
  request?: string | null | undefined;
  visibility?: CheckInVisibility | null | undefined;
};

export type SupportRequestFilter = {
  forMe?: boolean | null | undefined;
  groupId?: string | null | undefined;
  mine?: boolean | null | undefined;
  search?: string | null | undefined;
  status?: Array<SupportRequestStatus> | null | undefined;
  type?: Array<SupportType> | null | undefined;
};

export type SupportRequestStatus =
  | 'EXPIRED'
  | 'MATCHED'
  | 'OPEN'
  | 'RESOLVED'
  | 'WITHDRAWN';

export type SupportType =
  | 'APPRAISAL'
  | 'EMOTIONAL'
  | 'INFORMATIONAL'
  | 'INSTRUMENTAL';

export type SupportWanted =
  | 'ADVICE'
  | 'EXPERIENCE'
  | 'HANDS'
  | 'INTRODUCTION'
  | 'LISTEN';

export type TellOfWorryInput = {
  idempotencyKey?: string | null | undefined;
  note?: string | null | undefined;
  replyId?: string | null | undefined;
  requestId: string;
};

export type TenantRole =
  | 'ADMIN'
  | 'MEMBER';

export type TextSize =
  | 'LARGE'
  | 'LARGEST'
  | 'NORMAL';

export type TopicPriority =
  | 'A'
  | 'B'
  | 'C';

export type UpdateAccountInput = {
  locale?: Locale | null | undefined;
  textSize?: TextSize | null | undefined;
};

export type UpdateGroupInput = {
  capacity?: number | null | undefined;
  expectedVersion?: number | null | undefined;
  goals?: Array<string> | null | undefined;
  groupId: string;
  name?: string | null | undefined;
  programmeId?: string | null | undefined;
  purpose?: string | null | undefined;
  status?: GroupStatus | null | undefined;
};

export type UpdateMemberInput = {
  businessName?: string | null | undefined;
  displayName?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  industry?: string | null | undefined;
  kana?: string | null | undefined;
  memberId: string;
  phone?: string | null | undefined;
  prefecture?: string | null | undefined;
  role?: TenantRole | null | undefined;
  status?: MemberStatus | null | undefined;
  strengths?: string | null | undefined;
};

export type UpdateProfileInput = {
  businessName?: string | null | undefined;
  displayName?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  industry?: string | null | undefined;
  kana?: string | null | undefined;
  phone?: string | null | undefined;
  prefecture?: string | null | undefined;
  strengths?: string | null | undefined;
};

export type UpdateSettingsInput = {
  expectedVersion?: number | null | undefined;
  mailContent?: boolean | null | undefined;
  muted?: Array<string> | null | undefined;
  quietFrom?: string | null | undefined;
  quietTo?: string | null | undefined;
};

export type Urgency =
  | 'HIGH'
  | 'LOW'
  | 'NORMAL';

export type WriteStrengthsInput = {
  idempotencyKey?: string | null | undefined;
  lines: Array<StrengthLineInput>;
  roundId: string;
};

export type RequestSignInCodeMutationVariables = Exact<{
  email: string;
}>;


export type RequestSignInCodeMutation = { requestSignInCode: boolean };

export type RequestFreshCodeMutationVariables = Exact<{
  email: string;
}>;


export type RequestFreshCodeMutation = { requestSignInCode: boolean };

export type SiteQueryVariables = Exact<{ [key: string]: never; }>;


export type SiteQuery = { site: { __typename: 'Site', registration: boolean, openIdConnect: boolean, demo: boolean } };

export type ServerNowQueryVariables = Exact<{ [key: string]: never; }>;


export type ServerNowQuery = { now: string };

export type IsServerThereQueryVariables = Exact<{ [key: string]: never; }>;


export type IsServerThereQuery = { __typename: 'Query' };

export type AmendCharterMutationVariables = Exact<{
  input: AmendCharterInput;
}>;


export type AmendCharterMutation = { amendCharter: (
    { __typename: 'Group', id: string }
    & { ' $fragmentRefs'?: { 'GroupCharterFragment': GroupCharterFragment } }
  ) };

export type GroupCharterFragment = { __typename: 'Group', id: string, charter: { __typename: 'Charter', version: number, clauses: Array<string>, signedByViewer: boolean }, viewerCan: { __typename: 'GroupAbilities', edit: boolean, leave: boolean } } & { ' $fragmentName'?: 'GroupCharterFragment' };

export type SignCharterMutationVariables = Exact<{
  groupId: string;
  version: number;
}>;


export type SignCharterMutation = { signCharter: (
    { __typename: 'Group', id: string }
    & { ' $fragmentRefs'?: { 'GroupCharterFragment': GroupCharterFragment } }
  ) };

export type CreateGroupMutationVariables = Exact<{
  input: CreateGroupInput;
}>;


export type CreateGroupMutation = { createGroup: { __typename: 'Group', id: string } };

export type GroupCardFragment = { __typename: 'Group', id: string, name: string, purpose: string, status: GroupStatus, capacity: number, memberships: Array<{ __typename: 'GroupMembership', takesPart: boolean }>, nextMeeting: { __typename: 'Meeting', id: string, startsAt: string, timeZone: string } | null } & { ' $fragmentName'?: 'GroupCardFragment' };

export type GroupListQueryVariables = Exact<{ [key: string]: never; }>;


export type GroupListQuery = { groups: { __typename: 'GroupConnection', edges: Array<{ __typename: 'GroupEdge', node: (
        { __typename: 'Group', id: string }
        & { ' $fragmentRefs'?: { 'GroupCardFragment': GroupCardFragment } }
      ) }> } };

export type MembershipsFragment = { __typename: 'Group', id: string, memberships: Array<{ __typename: 'GroupMembership', role: GroupRole, deputy: boolean, takesPart: boolean, joinedAt: string, charterSigned: boolean, member: { __typename: 'Member', id: string, displayName: string, kana: string | null, businessName: string | null, industry: string | null } }> } & { ' $fragmentName'?: 'MembershipsFragment' };

export type EditableGroupFragment = { __typename: 'Group', id: string, name: string, purpose: string, goals: Array<string>, capacity: number, status: GroupStatus, version: number, programme: { __typename: 'Programme', id: string, name: string } | null } & { ' $fragmentName'?: 'EditableGroupFragment' };

export type UpdateGroupMutationVariables = Exact<{
  input: UpdateGroupInput;
}>;


export type UpdateGroupMutation = { updateGroup: (
    { __typename: 'Group', id: string }
    & { ' $fragmentRefs'?: { 'EditableGroupFragment': EditableGroupFragment } }
  ) };

export type CreateJoinLinkMutationVariables = Exact<{
  input: CreateJoinLinkInput;
}>;


export type CreateJoinLinkMutation = { createJoinLink: { __typename: 'JoinLink', id: string } };

export type JoinLinkPreviewQueryVariables = Exact<{
  code: string;
}>;


export type JoinLinkPreviewQuery = { me: { __typename: 'User', id: string, email: string } | null, joinLink: { __typename: 'JoinLinkPreview', tenantName: string, groupName: string, purpose: string, memberCount: number, full: boolean, invitedBy: string | null, charter: Array<string> } | null };

export type JoinByCodeMutationVariables = Exact<{
  input: JoinByCodeInput;
}>;


export type JoinByCodeMutation = { joinByCode: { __typename: 'Viewer', tenant: { __typename: 'Tenant', id: string, slug: string } } };

export type JoinLinksFragment = { __typename: 'Group', id: string, joinLinks: Array<{ __typename: 'JoinLink', id: string, code: string, url: string, expiresAt: string, uses: number, revokedAt: string | null }>, viewerCan: { __typename: 'GroupAbilities', invite: boolean } } & { ' $fragmentName'?: 'JoinLinksFragment' };

export type RevokeJoinLinkMutationVariables = Exact<{
  joinLinkId: string;
}>;


export type RevokeJoinLinkMutation = { revokeJoinLink: { __typename: 'JoinLink', id: string, revokedAt: string | null } };

export type AddGroupMemberMutationVariables = Exact<{
  input: AddGroupMemberInput;
}>;


export type AddGroupMemberMutation = { addGroupMember: (
    { __typename: 'Group', id: string, memberships: Array<{ __typename: 'GroupMembership', member: { __typename: 'Member', id: string } }> }
    & { ' $fragmentRefs'?: { 'GroupPeopleFragment': GroupPeopleFragment } }
  ) };

export type FindMemberQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type FindMemberQuery = { members: { __typename: 'MemberConnection', edges: Array<{ __typename: 'MemberEdge', node: { __typename: 'Member', id: string, displayName: string, businessName: string | null } }> } };

export type GroupPeopleFragment = (
  { __typename: 'Group', id: string, capacity: number, status: GroupStatus, proposals: Array<{ __typename: 'MemberProposal', id: string, kind: ProposalKind }>, viewerCan: { __typename: 'GroupAbilities', invite: boolean, edit: boolean }, memberships: Array<{ __typename: 'GroupMembership', role: GroupRole, deputy: boolean, takesPart: boolean, joinedAt: string, charterSigned: boolean, member: { __typename: 'Member', id: string, displayName: string, kana: string | null, businessName: string | null, industry: string | null } }> }
  & { ' $fragmentRefs'?: { 'ProposalListFragment': ProposalListFragment } }
) & { ' $fragmentName'?: 'GroupPeopleFragment' };

export type LeaveGroupMutationVariables = Exact<{
  groupId: string;
}>;


export type LeaveGroupMutation = { leaveGroup: boolean };

export type RemoveGroupMemberMutationVariables = Exact<{
  groupId: string;
  memberId: string;
}>;


export type RemoveGroupMemberMutation = { removeGroupMember: (
    { __typename: 'Group', id: string }
    & { ' $fragmentRefs'?: { 'GroupPeopleFragment': GroupPeopleFragment } }
  ) };

export type SetGroupRoleMutationVariables = Exact<{
  input: SetGroupRoleInput;
}>;


export type SetGroupRoleMutation = { setGroupRole: (
    { __typename: 'Group', id: string, memberships: Array<{ __typename: 'GroupMembership', role: GroupRole, deputy: boolean, takesPart: boolean, member: { __typename: 'Member', id: string } }> }
    & { ' $fragmentRefs'?: { 'GroupPeopleFragment': GroupPeopleFragment } }
  ) };

export type CreateProgrammeMutationVariables = Exact<{
  input: CreateProgrammeInput;
}>;


export type CreateProgrammeMutation = { createProgramme: { __typename: 'Programme', id: string } };

export type ProgrammesQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgrammesQuery = { programmes: Array<{ __typename: 'Programme', id: string, name: string, startsOn: string, endsOn: string }> };

export type AcceptProposalMutationVariables = Exact<{
  proposalId: string;
}>;


export type AcceptProposalMutation = { acceptProposal: (
    { __typename: 'Group', id: string }
    & { ' $fragmentRefs'?: { 'MembershipsFragment': MembershipsFragment;'ProposalListFragment': ProposalListFragment } }
  ) };

export type ProposalListFragment = { __typename: 'Group', id: string, proposals: Array<{ __typename: 'MemberProposal', id: string, kind: ProposalKind, role: GroupRole, deputy: boolean, takesPart: boolean, decidesAt: string, concernByViewer: boolean, concernUnheard: boolean, concerns: Array<{ __typename: 'Concern', note: string, member: { __typename: 'Member', id: string, displayName: string } }>, viewerCan: { __typename: 'ProposalAbilities', raiseConcern: boolean, accept: boolean, withdraw: boolean }, member: { __typename: 'Member', id: string, displayName: string, kana: string | null, businessName: string | null, industry: string | null, prefecture: string | null }, proposedBy: { __typename: 'Member', id: string, displayName: string } }> } & { ' $fragmentName'?: 'ProposalListFragment' };

export type RaiseConcernMutationVariables = Exact<{
  proposalId: string;
  note: string;
}>;


export type RaiseConcernMutation = { raiseConcern: (
    { __typename: 'Group', id: string }
    & { ' $fragmentRefs'?: { 'ProposalListFragment': ProposalListFragment } }
  ) };

export type WithdrawProposalMutationVariables = Exact<{
  proposalId: string;
}>;


export type WithdrawProposalMutation = { withdrawProposal: (
    { __typename: 'Group', id: string }
    & { ' $fragmentRefs'?: { 'ProposalListFragment': ProposalListFragment } }
  ) };

export type AnswerAfterPartyMutationVariables = Exact<{
  id: string;
  coming: boolean;
  memberId?: string | null | undefined;
}>;


export type AnswerAfterPartyMutation = { answerAfterParty: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'AfterPartyFragment': AfterPartyFragment } }
  ) };

export type AfterPartyFragment = { __typename: 'Meeting', id: string, viewerCan: { __typename: 'MeetingAbilities', edit: boolean }, afterParty: { __typename: 'AfterParty', details: string | null, feeYen: number | null, viewerComes: boolean | null, version: number, answers: Array<{ __typename: 'AfterPartyAnswer', coming: boolean | null, member: { __typename: 'Member', id: string, displayName: string, kana: string | null } }>, viewerCan: { __typename: 'AfterPartyAbilities', answer: boolean, answerForOthers: boolean } } | null } & { ' $fragmentName'?: 'AfterPartyFragment' };

export type PlanAfterPartyMutationVariables = Exact<{
  input: PlanAfterPartyInput;
}>;


export type PlanAfterPartyMutation = { planAfterParty: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'AfterPartyFragment': AfterPartyFragment } }
  ) };

export type CallOffAfterPartyMutationVariables = Exact<{
  id: string;
}>;


export type CallOffAfterPartyMutation = { callOffAfterParty: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'AfterPartyFragment': AfterPartyFragment } }
  ) };

export type OwnAgendasQueryVariables = Exact<{
  id: string;
}>;


export type OwnAgendasQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string, agendaTemplates: Array<{ __typename: 'AgendaTemplate', id: string, name: string }> }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type GroupAgendaFragment = { __typename: 'AgendaTemplate', id: string, name: string, version: number, steps: Array<{ __typename: 'AgendaTemplateStep', key: string | null, name: string, minutes: number, perPerson: boolean, speakerRule: SpeakerRule, allowed: Array<AllowedTalk> }> } & { ' $fragmentName'?: 'GroupAgendaFragment' };

export type AgendaFragment = { __typename: 'Meeting', id: string, agenda: Array<{ __typename: 'AgendaStep', id: string, name: string, minutes: number, speakerRule: SpeakerRule }> } & { ' $fragmentName'?: 'AgendaFragment' };

export type CreateAgendaTemplateMutationVariables = Exact<{
  input: CreateAgendaTemplateInput;
}>;


export type CreateAgendaTemplateMutation = { createAgendaTemplate: { __typename: 'AgendaTemplate', id: string, name: string } };

export type EditAgendaTemplateMutationVariables = Exact<{
  input: EditAgendaTemplateInput;
}>;


export type EditAgendaTemplateMutation = { editAgendaTemplate: (
    { __typename: 'AgendaTemplate', id: string }
    & { ' $fragmentRefs'?: { 'GroupAgendaFragment': GroupAgendaFragment } }
  ) };

export type RemoveAgendaTemplateMutationVariables = Exact<{
  id: string;
}>;


export type RemoveAgendaTemplateMutation = { removeAgendaTemplate: { __typename: 'Group', id: string, agendaTemplates: Array<{ __typename: 'AgendaTemplate', id: string }> } };

export type AttendanceCorrectionsFragment = { __typename: 'Meeting', attendanceCorrections: Array<{ __typename: 'AttendanceCorrection', id: string, before: Presence | null, presence: Presence, at: string, member: { __typename: 'Member', id: string, displayName: string }, by: { __typename: 'Member', id: string, displayName: string } }> } & { ' $fragmentName'?: 'AttendanceCorrectionsFragment' };

export type AttendeeListFragment = { __typename: 'Meeting', id: string, format: MeetingFormat, status: MeetingStatus, attendees: Array<{ __typename: 'Attendee', rsvp: Rsvp | null, note: RsvpNote | null, presence: Presence | null, late: boolean, member: { __typename: 'Member', id: string, displayName: string, kana: string | null } }>, viewerCan: { __typename: 'MeetingAbilities', rsvpForOthers: boolean, correctAttendance: boolean }, attendanceCorrections: Array<{ __typename: 'AttendanceCorrection', id: string, before: Presence | null, presence: Presence, at: string, member: { __typename: 'Member', id: string, displayName: string }, by: { __typename: 'Member', id: string, displayName: string } }> } & { ' $fragmentName'?: 'AttendeeListFragment' };

export type CorrectAttendanceMutationVariables = Exact<{
  input: CorrectAttendanceInput;
}>;


export type CorrectAttendanceMutation = { correctAttendance: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'AttendeeListFragment': AttendeeListFragment } }
  ) };

export type HereTodayQueryVariables = Exact<{
  id: string;
}>;


export type HereTodayQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | (
      { __typename: 'Meeting', id: string }
      & { ' $fragmentRefs'?: { 'SayHereFragment': SayHereFragment } }
    )
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type SayHereFragment = { __typename: 'Meeting', id: string, format: MeetingFormat, attendees: Array<{ __typename: 'Attendee', presence: Presence | null, late: boolean, attended: boolean | null, member: { __typename: 'Member', id: string } }>, viewerCan: { __typename: 'MeetingAbilities', attend: boolean } } & { ' $fragmentName'?: 'SayHereFragment' };

export type SayHereMutationVariables = Exact<{
  input: MarkAttendanceInput;
}>;


export type SayHereMutation = { markAttendance: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'SayHereFragment': SayHereFragment } }
  ) };

export type CalendarEntryFragment = { __typename: 'Meeting', id: string, startsAt: string, endsAt: string, place: string | null, status: MeetingStatus } & { ' $fragmentName'?: 'CalendarEntryFragment' };

export type CreateCalendarFeedMutationVariables = Exact<{ [key: string]: never; }>;


export type CreateCalendarFeedMutation = { createCalendarFeed: { __typename: 'CalendarFeed', url: string, createdAt: string } };

export type RevokeCalendarFeedMutationVariables = Exact<{ [key: string]: never; }>;


export type RevokeCalendarFeedMutation = { revokeCalendarFeed: boolean };

export type ReadinessQueryVariables = Exact<{
  id: string;
}>;


export type ReadinessQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', title: string, startsAt: string, endsAt: string, timeZone: string, id: string, attendees: Array<{ __typename: 'Attendee', rsvp: Rsvp | null, member: { __typename: 'Member', id: string } }>, readiness: { __typename: 'Readiness', unanswered: Array<{ __typename: 'Member', id: string, displayName: string, kana: string | null }>, written: Array<{ __typename: 'Member', id: string, displayName: string, kana: string | null }>, notYet: Array<{ __typename: 'Member', id: string, displayName: string, kana: string | null }> } | null, roles: Array<{ __typename: 'MeetingRole', role: MeetingRoleName, member: { __typename: 'Member', id: string, displayName: string, kana: string | null } | null }>, topics: Array<{ __typename: 'Topic', id: string, title: string, taken: boolean, reason: { __typename: 'HotSeatReason', kind: HotSeatReasonKind, months: number | null } | null, member: { __typename: 'Member', id: string, displayName: string } }>, commitments: Array<{ __typename: 'Commitment', id: string, open: boolean, statement: string, owner: { __typename: 'Member', id: string, displayName: string } }> }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type SubmitCheckInMutationVariables = Exact<{
  input: SubmitCheckInInput;
}>;


export type SubmitCheckInMutation = { submitCheckIn: { __typename: 'CheckIn', id: string } };

export type WithdrawCheckInMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawCheckInMutation = { withdrawCheckIn: boolean };

export type CommitmentListFragment = (
  { __typename: 'Meeting', id: string, status: MeetingStatus, commitments: Array<(
    { __typename: 'Commitment', id: string, meeting: { __typename: 'Meeting', id: string } | null }
    & { ' $fragmentRefs'?: { 'CommitmentRowFragment': CommitmentRowFragment } }
  )>, group: { __typename: 'Group', id: string, commitmentAverage: { __typename: 'CommitmentAverage', people: number, settled: number, kept: number } | null }, viewerCan: { __typename: 'MeetingAbilities', commit: boolean } }
  & { ' $fragmentRefs'?: { 'CommitmentMakersFragment': CommitmentMakersFragment } }
) & { ' $fragmentName'?: 'CommitmentListFragment' };

export type CommitmentRowFragment = { __typename: 'Commitment', id: string, statement: string, dueOn: string, status: CommitmentStatus, open: boolean, reason: string | null, version: number, owner: { __typename: 'Member', id: string, displayName: string, kana: string | null }, viewerCan: { __typename: 'CommitmentAbilities', settle: boolean, edit: boolean } } & { ' $fragmentName'?: 'CommitmentRowFragment' };

export type EditCommitmentMutationVariables = Exact<{
  input: EditCommitmentInput;
}>;


export type EditCommitmentMutation = { editCommitment: (
    { __typename: 'Commitment', id: string }
    & { ' $fragmentRefs'?: { 'CommitmentRowFragment': CommitmentRowFragment } }
  ) };

export type CommitmentMakersFragment = { __typename: 'Meeting', id: string, attendees: Array<{ __typename: 'Attendee', member: { __typename: 'Member', id: string, displayName: string } }>, viewerCan: { __typename: 'MeetingAbilities', run: boolean } } & { ' $fragmentName'?: 'CommitmentMakersFragment' };

export type MakeCommitmentMutationVariables = Exact<{
  input: MakeCommitmentInput;
}>;


export type MakeCommitmentMutation = { makeCommitment: (
    { __typename: 'Commitment', id: string, meeting: { __typename: 'Meeting', id: string, commitments: Array<(
        { __typename: 'Commitment', id: string, meeting: { __typename: 'Meeting', id: string } | null }
        & { ' $fragmentRefs'?: { 'CommitmentRowFragment': CommitmentRowFragment } }
      )> } | null }
    & { ' $fragmentRefs'?: { 'CommitmentRowFragment': CommitmentRowFragment } }
  ) };

export type SettleCommitmentMutationVariables = Exact<{
  input: SettleCommitmentInput;
}>;


export type SettleCommitmentMutation = { settleCommitment: (
    { __typename: 'Commitment', id: string }
    & { ' $fragmentRefs'?: { 'CommitmentRowFragment': CommitmentRowFragment } }
  ) };

export type ConsolePagePartsFragment = (
  { __typename: 'Meeting', id: string, title: string, startsAt: string, endsAt: string, timeZone: string, format: MeetingFormat, evenness: Evenness | null, status: MeetingStatus, viewerCan: { __typename: 'MeetingAbilities', run: boolean }, attendees: Array<{ __typename: 'Attendee', presence: Presence | null, late: boolean, attended: boolean | null, member: { __typename: 'Member', id: string, displayName: string, kana: string | null } }>, agenda: Array<{ __typename: 'AgendaStep', id: string, name: string, minutes: number, speakerRule: SpeakerRule, prompt: string | null }>, airtime: Array<{ __typename: 'Airtime', stepId: string | null, spentMs: number, speakingSince: string | null, member: { __typename: 'Member', id: string } }> | null, run: { __typename: 'MeetingRun', startedAt: string, stepId: string | null, since: string, paused: boolean, pausedMs: number, looseMs: number, version: number, steps: Array<{ __typename: 'RunStep', stepId: string, spentMs: number, extraMinutes: number, state: RunStepState }> } | null }
  & { ' $fragmentRefs'?: { 'HandOverFragment': HandOverFragment;'RecordingFragment': RecordingFragment;'DecisionListFragment': DecisionListFragment;'CommitmentListFragment': CommitmentListFragment;'CloseableMeetingFragment': CloseableMeetingFragment } }
) & { ' $fragmentName'?: 'ConsolePagePartsFragment' };

export type LiveMeetingFragment = (
  { __typename: 'Meeting', id: string, status: MeetingStatus, startsAt: string, viewerCan: { __typename: 'MeetingAbilities', run: boolean, attend: boolean }, agenda: Array<{ __typename: 'AgendaStep', id: string, name: string, minutes: number, speakerRule: SpeakerRule, prompt: string | null }>, run: { __typename: 'MeetingRun', startedAt: string, stepId: string | null, since: string, paused: boolean, pausedMs: number, looseMs: number, version: number, steps: Array<{ __typename: 'RunStep', stepId: string, spentMs: number, extraMinutes: number, state: RunStepState }> } | null }
  & { ' $fragmentRefs'?: { 'SayHereFragment': SayHereFragment } }
) & { ' $fragmentName'?: 'LiveMeetingFragment' };

export type ConsoleSpeakMutationVariables = Exact<{
  input: MarkSpeakerInput;
}>;


export type ConsoleSpeakMutation = { markSpeaker: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'ConsoleFragment': ConsoleFragment } }
  ) };

export type PaperFragment = { __typename: 'Meeting', id: string, title: string, startsAt: string, endsAt: string, timeZone: string, place: string | null, group: { __typename: 'Group', id: string, name: string }, agenda: Array<{ __typename: 'AgendaStep', id: string, name: string, minutes: number, prompt: string | null }>, attendees: Array<{ __typename: 'Attendee', member: { __typename: 'Member', id: string, displayName: string, kana: string | null } }>, viewerCan: { __typename: 'MeetingAbilities', run: boolean } } & { ' $fragmentName'?: 'PaperFragment' };

export type AirtimeFragment = { __typename: 'Meeting', evenness: Evenness | null, airtime: Array<{ __typename: 'Airtime', stepId: string | null, spentMs: number, speakingSince: string | null, member: { __typename: 'Member', id: string } }> | null } & { ' $fragmentName'?: 'AirtimeFragment' };

export type ConsoleFragment = { __typename: 'Meeting', id: string, format: MeetingFormat, evenness: Evenness | null, status: MeetingStatus, attendees: Array<{ __typename: 'Attendee', presence: Presence | null, late: boolean, attended: boolean | null, member: { __typename: 'Member', id: string, displayName: string, kana: string | null } }>, agenda: Array<{ __typename: 'AgendaStep', id: string, name: string, minutes: number, speakerRule: SpeakerRule, prompt: string | null }>, airtime: Array<{ __typename: 'Airtime', stepId: string | null, spentMs: number, speakingSince: string | null, member: { __typename: 'Member', id: string } }> | null, run: { __typename: 'MeetingRun', startedAt: string, stepId: string | null, since: string, paused: boolean, pausedMs: number, looseMs: number, version: number, steps: Array<{ __typename: 'RunStep', stepId: string, spentMs: number, extraMinutes: number, state: RunStepState }> } | null } & { ' $fragmentName'?: 'ConsoleFragment' };

export type ConsoleRunMutationVariables = Exact<{
  input: RunMeetingInput;
}>;


export type ConsoleRunMutation = { runMeeting: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'ConsoleFragment': ConsoleFragment } }
  ) };

export type RunNowFragment = { __typename: 'Meeting', id: string, status: MeetingStatus, run: { __typename: 'MeetingRun', startedAt: string, stepId: string | null, since: string, paused: boolean, pausedMs: number, looseMs: number, version: number, steps: Array<{ __typename: 'RunStep', stepId: string, spentMs: number, extraMinutes: number, state: RunStepState }> } | null } & { ' $fragmentName'?: 'RunNowFragment' };

export type RunClockFragment = { __typename: 'Meeting', id: string, status: MeetingStatus, agenda: Array<{ __typename: 'AgendaStep', id: string, name: string, minutes: number, speakerRule: SpeakerRule, prompt: string | null }>, run: { __typename: 'MeetingRun', startedAt: string, stepId: string | null, since: string, paused: boolean, pausedMs: number, looseMs: number, version: number, steps: Array<{ __typename: 'RunStep', stepId: string, spentMs: number, extraMinutes: number, state: RunStepState }> } | null } & { ' $fragmentName'?: 'RunClockFragment' };

export type StartMeetingMutationVariables = Exact<{
  id: string;
}>;


export type StartMeetingMutation = { startMeeting: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'ConsolePagePartsFragment': ConsolePagePartsFragment } }
  ) };

export type TakeBackStartMutationVariables = Exact<{
  id: string;
}>;


export type TakeBackStartMutation = { takeBackStart: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'ConsolePagePartsFragment': ConsolePagePartsFragment } }
  ) };

export type ConsoleAttendMutationVariables = Exact<{
  input: MarkAttendanceInput;
}>;


export type ConsoleAttendMutation = { markAttendance: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'ConsoleFragment': ConsoleFragment } }
  ) };

export type PollOptionsFragment = { __typename: 'DatePoll', id: string, answeredByViewer: boolean, answeredCount: number, options: Array<{ __typename: 'DatePollOption', id: string, date: string, startsAtLocal: string | null, timeZone: string | null, yes: number, ifNeedBe: number, no: number, best: boolean, chosen: boolean, viewerAnswer: PollAnswer | null, answers: Array<{ __typename: 'DatePollAnswer', answer: PollAnswer, member: { __typename: 'Member', id: string, displayName: string, kana: string | null } }> }>, viewerCan: { __typename: 'DatePollAbilities', answer: boolean, run: boolean } } & { ' $fragmentName'?: 'PollOptionsFragment' };

export type AnswerDatePollMutationVariables = Exact<{
  input: AnswerDatePollInput;
}>;


export type AnswerDatePollMutation = { answerDatePoll: (
    { __typename: 'DatePoll', id: string }
    & { ' $fragmentRefs'?: { 'PollOptionsFragment': PollOptionsFragment } }
  ) };

export type CancelDatePollMutationVariables = Exact<{
  pollId: string;
}>;


export type CancelDatePollMutation = { cancelDatePoll: { __typename: 'DatePoll', id: string, status: DatePollStatus, version: number, viewerCan: { __typename: 'DatePollAbilities', answer: boolean, run: boolean } } };

export type EditablePollFragment = { __typename: 'DatePoll', id: string, title: string, note: string | null, closesOn: string | null, timeZone: string, version: number, options: Array<{ __typename: 'DatePollOption', id: string, date: string, startsAtLocal: string | null }> } & { ' $fragmentName'?: 'EditablePollFragment' };

export type EditDatePollMutationVariables = Exact<{
  input: EditDatePollInput;
}>;


export type EditDatePollMutation = { editDatePoll: (
    { __typename: 'DatePoll', id: string }
    & { ' $fragmentRefs'?: { 'EditablePollFragment': EditablePollFragment;'PollOptionsFragment': PollOptionsFragment } }
  ) };

export type OpenDatePollMutationVariables = Exact<{
  input: OpenDatePollInput;
}>;


export type OpenDatePollMutation = { openDatePoll: { __typename: 'DatePoll', id: string } };

export type OpenPollsQueryVariables = Exact<{
  groupId?: string | null | undefined;
}>;


export type OpenPollsQuery = { datePolls: { __typename: 'DatePollConnection', edges: Array<{ __typename: 'DatePollEdge', cursor: string, node: { __typename: 'DatePoll', id: string, title: string, closesOn: string | null, answeredByViewer: boolean, group: { __typename: 'Group', id: string, name: string }, viewerCan: { __typename: 'DatePollAbilities', answer: boolean, run: boolean } } }> } };

export type SettleDatePollMutationVariables = Exact<{
  input: SettleDatePollInput;
}>;


export type SettleDatePollMutation = { settleDatePoll: (
    { __typename: 'DatePoll', id: string, status: DatePollStatus, version: number, meeting: { __typename: 'Meeting', id: string } | null }
    & { ' $fragmentRefs'?: { 'PollOptionsFragment': PollOptionsFragment } }
  ) };

export type EditAgendaMutationVariables = Exact<{
  input: EditAgendaInput;
}>;


export type EditAgendaMutation = { editAgenda: { __typename: 'Meeting', id: string, version: number, agenda: Array<{ __typename: 'AgendaStep', id: string, key: string | null, name: string, minutes: number, speakerRule: SpeakerRule, allowed: Array<AllowedTalk> }> } };

export type CancelMeetingMutationVariables = Exact<{
  meetingId: string;
  reason?: string | null | undefined;
  andFollowing?: boolean | null | undefined;
  expectedVersion?: number | null | undefined;
}>;


export type CancelMeetingMutation = { cancelMeeting: { __typename: 'Meeting', id: string, status: MeetingStatus, cancelReason: string | null, sequence: number, version: number, viewerCan: { __typename: 'MeetingAbilities', edit: boolean, rsvp: boolean, rsvpForOthers: boolean } } };

export type DoubleBookingsQueryVariables = Exact<{
  groupId: string;
  startsAtLocal: Array<string>;
  timeZone: string;
  durationMinutes: number;
  moving?: string | null | undefined;
}>;


export type DoubleBookingsQuery = { doubleBookings: Array<{ __typename: 'DoubleBooking', startsAtLocal: string, people: number }> };

export type EditableAgendaFragment = { __typename: 'Meeting', id: string, version: number, durationMinutes: number, agenda: Array<{ __typename: 'AgendaStep', id: string, key: string | null, name: string, minutes: number, speakerRule: SpeakerRule, allowed: Array<AllowedTalk> }>, group: { __typename: 'Group', id: string, memberships: Array<{ __typename: 'GroupMembership', takesPart: boolean, member: { __typename: 'Member', id: string } }>, agendaTemplates: Array<{ __typename: 'AgendaTemplate', id: string, name: string, version: number, steps: Array<{ __typename: 'AgendaTemplateStep', key: string | null, name: string, minutes: number, perPerson: boolean, speakerRule: SpeakerRule, allowed: Array<AllowedTalk> }> }> } } & { ' $fragmentName'?: 'EditableAgendaFragment' };

export type EditableMeetingFragment = { __typename: 'Meeting', id: string, title: string, format: MeetingFormat, place: string | null, url: string | null, version: number } & { ' $fragmentName'?: 'EditableMeetingFragment' };

export type EditMeetingMutationVariables = Exact<{
  input: EditMeetingInput;
}>;


export type EditMeetingMutation = { editMeeting: (
    { __typename: 'Meeting', id: string, sequence: number }
    & { ' $fragmentRefs'?: { 'EditableMeetingFragment': EditableMeetingFragment } }
  ) };

export type EditSeriesMutationVariables = Exact<{
  input: EditSeriesInput;
}>;


export type EditSeriesMutation = { editSeries: { __typename: 'Meeting', id: string, version: number } };

export type GroupMeetingsQueryVariables = Exact<{
  groupId: string;
  from: string;
  after?: string | null | undefined;
}>;


export type GroupMeetingsQuery = { meetings: { __typename: 'MeetingConnection', edges: Array<{ __typename: 'MeetingEdge', cursor: string, node: (
        { __typename: 'Meeting', id: string }
        & { ' $fragmentRefs'?: { 'MeetingCardFragment': MeetingCardFragment } }
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type HandOverFragment = { __typename: 'Meeting', id: string, handedTo: { __typename: 'Member', id: string, displayName: string } | null, attendees: Array<{ __typename: 'Attendee', member: { __typename: 'Member', id: string, displayName: string, kana: string | null } }> } & { ' $fragmentName'?: 'HandOverFragment' };

export type HandOverMeetingMutationVariables = Exact<{
  meetingId: string;
  memberId?: string | null | undefined;
}>;


export type HandOverMeetingMutation = { handOverMeeting: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'HandOverFragment': HandOverFragment } }
  ) };

export type JoinOnlineFragment = { __typename: 'Meeting', id: string, url: string | null, startsAt: string, endsAt: string, status: MeetingStatus } & { ' $fragmentName'?: 'JoinOnlineFragment' };

export type MeetingCardFragment = { __typename: 'Meeting', id: string, title: string, startsAt: string, endsAt: string, timeZone: string, format: MeetingFormat, place: string | null, status: MeetingStatus, viewerRsvp: Rsvp | null, group: { __typename: 'Group', id: string, name: string }, viewerCan: { __typename: 'MeetingAbilities', rsvp: boolean } } & { ' $fragmentName'?: 'MeetingCardFragment' };

export type RemarkPageFragment = { __typename: 'RemarkConnection', edges: Array<{ __typename: 'RemarkEdge', cursor: string, node: { __typename: 'Remark', id: string, body: string, mine: boolean, createdAt: string, member: { __typename: 'Member', id: string, displayName: string } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } & { ' $fragmentName'?: 'RemarkPageFragment' };

export type CheckInEntryFragment = { __typename: 'CheckIn', id: string, visibility: CheckInVisibility, note: string | null, progress: string | null, problem: string | null, request: string | null, mood: number | null, moodVisibility: CheckInVisibility | null, figuresVisibility: CheckInVisibility | null, mine: boolean, createdAt: string, version: number, figures: { __typename: 'Figures', month: string, salesYen: number | null, grossProfitYen: number | null, customers: number | null, ownHours: number | null } | null, member: { __typename: 'Member', id: string, displayName: string, kana: string | null }, remarks: { __typename: 'RemarkConnection', edges: Array<{ __typename: 'RemarkEdge', cursor: string, node: { __typename: 'Remark', id: string, body: string, mine: boolean, createdAt: string, member: { __typename: 'Member', id: string, displayName: string } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } & { ' $fragmentName'?: 'CheckInEntryFragment' };

export type TopicEntryFragment = { __typename: 'Topic', id: string, title: string, detail: string | null, priority: TopicPriority, minutes: number, votes: number, voted: boolean, taken: boolean, mine: boolean, place: number | null, version: number, reason: { __typename: 'HotSeatReason', kind: HotSeatReasonKind, months: number | null } | null, member: { __typename: 'Member', id: string, displayName: string }, remarks: { __typename: 'RemarkConnection', edges: Array<{ __typename: 'RemarkEdge', cursor: string, node: { __typename: 'Remark', id: string, body: string, mine: boolean, createdAt: string, member: { __typename: 'Member', id: string, displayName: string } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } & { ' $fragmentName'?: 'TopicEntryFragment' };

export type EntryRightsFragment = { __typename: 'Meeting', preparationClosesAt: string, viewerCan: { __typename: 'MeetingAbilities', checkIn: boolean, remark: boolean, takeTopic: boolean, seeReadiness: boolean } } & { ' $fragmentName'?: 'EntryRightsFragment' };

export type PreparationPartsFragment = { __typename: 'Meeting', id: string, startsAt: string, startsAtLocal: string, timeZone: string, preparationClosesAt: string, viewerCheckIn: { __typename: 'CheckIn', id: string } | null, checkIns: Array<{ __typename: 'CheckIn', id: string, visibility: CheckInVisibility, note: string | null, progress: string | null, problem: string | null, request: string | null, mood: number | null, moodVisibility: CheckInVisibility | null, figuresVisibility: CheckInVisibility | null, mine: boolean, createdAt: string, version: number, figures: { __typename: 'Figures', month: string, salesYen: number | null, grossProfitYen: number | null, customers: number | null, ownHours: number | null } | null, member: { __typename: 'Member', id: string, displayName: string, kana: string | null }, remarks: { __typename: 'RemarkConnection', edges: Array<{ __typename: 'RemarkEdge', cursor: string, node: { __typename: 'Remark', id: string, body: string, mine: boolean, createdAt: string, member: { __typename: 'Member', id: string, displayName: string } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } }>, topics: Array<{ __typename: 'Topic', id: string, title: string, detail: string | null, priority: TopicPriority, minutes: number, votes: number, voted: boolean, taken: boolean, mine: boolean, place: number | null, version: number, reason: { __typename: 'HotSeatReason', kind: HotSeatReasonKind, months: number | null } | null, member: { __typename: 'Member', id: string, displayName: string }, remarks: { __typename: 'RemarkConnection', edges: Array<{ __typename: 'RemarkEdge', cursor: string, node: { __typename: 'Remark', id: string, body: string, mine: boolean, createdAt: string, member: { __typename: 'Member', id: string, displayName: string } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } }>, viewerCan: { __typename: 'MeetingAbilities', checkIn: boolean, remark: boolean, takeTopic: boolean, seeReadiness: boolean } } & { ' $fragmentName'?: 'PreparationPartsFragment' };

export type PreparationQueryVariables = Exact<{
  id: string;
}>;


export type PreparationQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string, startsAt: string, startsAtLocal: string, timeZone: string, preparationClosesAt: string, viewerCheckIn: { __typename: 'CheckIn', id: string } | null, checkIns: Array<{ __typename: 'CheckIn', id: string, visibility: CheckInVisibility, note: string | null, progress: string | null, problem: string | null, request: string | null, mood: number | null, moodVisibility: CheckInVisibility | null, figuresVisibility: CheckInVisibility | null, mine: boolean, createdAt: string, version: number, figures: { __typename: 'Figures', month: string, salesYen: number | null, grossProfitYen: number | null, customers: number | null, ownHours: number | null } | null, member: { __typename: 'Member', id: string, displayName: string, kana: string | null }, remarks: { __typename: 'RemarkConnection', edges: Array<{ __typename: 'RemarkEdge', cursor: string, node: { __typename: 'Remark', id: string, body: string, mine: boolean, createdAt: string, member: { __typename: 'Member', id: string, displayName: string } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } }>, topics: Array<{ __typename: 'Topic', id: string, title: string, detail: string | null, priority: TopicPriority, minutes: number, votes: number, voted: boolean, taken: boolean, mine: boolean, place: number | null, version: number, reason: { __typename: 'HotSeatReason', kind: HotSeatReasonKind, months: number | null } | null, member: { __typename: 'Member', id: string, displayName: string }, remarks: { __typename: 'RemarkConnection', edges: Array<{ __typename: 'RemarkEdge', cursor: string, node: { __typename: 'Remark', id: string, body: string, mine: boolean, createdAt: string, member: { __typename: 'Member', id: string, displayName: string } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } }>, viewerCan: { __typename: 'MeetingAbilities', checkIn: boolean, remark: boolean, takeTopic: boolean, seeReadiness: boolean } }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type MoreRemarksQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type MoreRemarksQuery = { node:
    | { __typename: 'CheckIn', id: string, remarks: (
        { __typename: 'RemarkConnection' }
        & { ' $fragmentRefs'?: { 'RemarkPageFragment': RemarkPageFragment } }
      ) }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string, remarks: (
        { __typename: 'RemarkConnection' }
        & { ' $fragmentRefs'?: { 'RemarkPageFragment': RemarkPageFragment } }
      ) }
    | { __typename: 'User', id: string }
   | null };

export type MeetingNewsFragment = { __typename: 'MeetingUpdate', meetingId: string, agenda: { __typename: 'Meeting', id: string, version: number, durationMinutes: number, agenda: Array<{ __typename: 'AgendaStep', id: string, key: string | null, name: string, minutes: number, speakerRule: SpeakerRule, allowed: Array<AllowedTalk>, prompt: string | null }> } | null, run: (
    { __typename: 'Meeting', viewerCan: { __typename: 'MeetingAbilities', run: boolean } }
    & { ' $fragmentRefs'?: { 'RunNowFragment': RunNowFragment } }
  ) | null, changedAttendees: Array<{ __typename: 'Attendee', rsvp: Rsvp | null, note: RsvpNote | null, presence: Presence | null, late: boolean, attended: boolean | null, member: { __typename: 'Member', id: string, displayName: string, kana: string | null } }>, commitments: { __typename: 'Meeting', id: string, commitments: Array<{ __typename: 'Commitment', id: string }>, group: { __typename: 'Group', id: string, commitmentAverage: { __typename: 'CommitmentAverage', people: number, settled: number, kept: number } | null } } | null, changedCommitments: Array<(
    { __typename: 'Commitment', meeting: { __typename: 'Meeting', id: string } | null }
    & { ' $fragmentRefs'?: { 'CommitmentRowFragment': CommitmentRowFragment } }
  )>, decisions: { __typename: 'Meeting', id: string, decisions: Array<{ __typename: 'Decision', id: string }> } | null, changedDecisions: Array<{ __typename: 'Decision', id: string, text: string }>, recording: (
    { __typename: 'Meeting' }
    & { ' $fragmentRefs'?: { 'RecordingFragment': RecordingFragment } }
  ) | null } & { ' $fragmentName'?: 'MeetingNewsFragment' };

export type MonthGridMeetingFragment = { __typename: 'Meeting', id: string, title: string, startsAt: string, timeZone: string, status: MeetingStatus } & { ' $fragmentName'?: 'MonthGridMeetingFragment' };

export type MovableMeetingFragment = { __typename: 'Meeting', id: string, startsAt: string, endsAt: string, startsAtLocal: string, durationMinutes: number, timeZone: string, version: number, group: { __typename: 'Group', id: string }, series: { __typename: 'MeetingSeries', id: string, rule: string } | null } & { ' $fragmentName'?: 'MovableMeetingFragment' };

export type RescheduleMeetingMutationVariables = Exact<{
  input: RescheduleMeetingInput;
}>;


export type RescheduleMeetingMutation = { rescheduleMeeting: (
    { __typename: 'Meeting', id: string, sequence: number }
    & { ' $fragmentRefs'?: { 'MovableMeetingFragment': MovableMeetingFragment } }
  ) };

export type RestOfSeriesQueryVariables = Exact<{
  id: string;
}>;


export type RestOfSeriesQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string, restOfSeries: { __typename: 'RestOfSeries', rule: string, dates: Array<{ __typename: 'SeriesDate', slot: string, local: string | null }> } | null }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type RsvpLinkPreviewFragment = { __typename: 'RsvpLinkPreview', meetingId: string, title: string, groupName: string, displayName: string, startsAt: string, endsAt: string, timeZone: string, format: MeetingFormat, place: string | null, rsvp: Rsvp | null, over: boolean, cancelled: boolean, cancelReason: string | null } & { ' $fragmentName'?: 'RsvpLinkPreviewFragment' };

export type RsvpLinkQueryVariables = Exact<{
  token: string;
}>;


export type RsvpLinkQuery = { rsvpLink: { __typename: 'RsvpLinkPreview', meetingId: string, title: string, groupName: string, displayName: string, startsAt: string, endsAt: string, timeZone: string, format: MeetingFormat, place: string | null, rsvp: Rsvp | null, over: boolean, cancelled: boolean, cancelReason: string | null } | null };

export type RsvpByLinkMutationVariables = Exact<{
  token: string;
  rsvp: Rsvp;
}>;


export type RsvpByLinkMutation = { rsvpByLink: { __typename: 'RsvpLinkPreview', meetingId: string, title: string, groupName: string, displayName: string, startsAt: string, endsAt: string, timeZone: string, format: MeetingFormat, place: string | null, rsvp: Rsvp | null, over: boolean, cancelled: boolean, cancelReason: string | null } };

export type RsvpControlFragment = { __typename: 'Meeting', id: string, format: MeetingFormat, viewerRsvp: Rsvp | null, viewerRsvpNote: RsvpNote | null, viewerCan: { __typename: 'MeetingAbilities', rsvp: boolean } } & { ' $fragmentName'?: 'RsvpControlFragment' };

export type RsvpToMeetingMutationVariables = Exact<{
  meetingId: string;
  rsvp: Rsvp;
  note?: RsvpNote | null | undefined;
  memberId?: string | null | undefined;
}>;


export type RsvpToMeetingMutation = { rsvpToMeeting: (
    { __typename: 'Meeting', id: string, attendees: Array<{ __typename: 'Attendee', rsvp: Rsvp | null, note: RsvpNote | null, member: { __typename: 'Member', id: string } }> }
    & { ' $fragmentRefs'?: { 'RsvpControlFragment': RsvpControlFragment } }
  ) };

export type ScheduleMeetingsMutationVariables = Exact<{
  input: ScheduleMeetingsInput;
}>;


export type ScheduleMeetingsMutation = { scheduleMeetings: { __typename: 'MeetingSeries', id: string } };

export type GoalsOfGroupFragment = { __typename: 'Meeting', id: string, goals: Array<{ __typename: 'Goal', text: string, wanted: SupportType | null, owner: { __typename: 'Member', id: string, displayName: string, kana: string | null } }> } & { ' $fragmentName'?: 'GoalsOfGroupFragment' };

export type ClosingRoundFormFragment = { __typename: 'Meeting', id: string, closingRound: { __typename: 'ClosingRound', open: boolean, endsAt: string, takesPart: boolean, asksOneYearLater: boolean, plus: string | null, delta: string | null, takeAway: string | null, goal: string | null, goalWanted: SupportType | null, oneYearLater: boolean | null, version: number, safety: { __typename: 'Safety', spoke: number, safe: number, heard: number } | null } | null } & { ' $fragmentName'?: 'ClosingRoundFormFragment' };

export type AnswerClosingRoundMutationVariables = Exact<{
  input: ClosingRoundInput;
}>;


export type AnswerClosingRoundMutation = { answerClosingRound: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'ClosingRoundFormFragment': ClosingRoundFormFragment } }
  ) };

export type AfterMeetingFragment = { __typename: 'Meeting', id: string, status: MeetingStatus, viewerCanReopen: boolean, minutes: { __typename: 'Minutes', hash: string } | null, closingRound: { __typename: 'ClosingRound', open: boolean, plus: string | null, takeAway: string | null, goal: string | null } | null, viewerCan: { __typename: 'MeetingAbilities', run: boolean, commit: boolean } } & { ' $fragmentName'?: 'AfterMeetingFragment' };

export type CloseableMeetingFragment = { __typename: 'Meeting', id: string, status: MeetingStatus, endsAt: string, viewerCan: { __typename: 'MeetingAbilities', run: boolean } } & { ' $fragmentName'?: 'CloseableMeetingFragment' };

export type CloseMeetingMutationVariables = Exact<{
  input: CloseMeetingInput;
}>;


export type CloseMeetingMutation = { closeMeeting: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'CloseableMeetingFragment': CloseableMeetingFragment;'AfterMeetingFragment': AfterMeetingFragment;'DecisionListFragment': DecisionListFragment } }
  ) };

export type ReopenMeetingMutationVariables = Exact<{
  id: string;
}>;


export type ReopenMeetingMutation = { reopenMeeting: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'AfterMeetingFragment': AfterMeetingFragment } }
  ) };

export type CorrectMinutesMutationVariables = Exact<{
  input: CorrectMinutesInput;
}>;


export type CorrectMinutesMutation = { correctMinutes: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'MinutesSheetFragment': MinutesSheetFragment } }
  ) };

export type DecisionListFragment = { __typename: 'Meeting', id: string, decisions: Array<{ __typename: 'Decision', id: string, text: string }>, viewerCan: { __typename: 'MeetingAbilities', run: boolean } } & { ' $fragmentName'?: 'DecisionListFragment' };

export type EnterableFragment = { __typename: 'Meeting', id: string, format: MeetingFormat, attendees: Array<{ __typename: 'Attendee', presence: Presence | null, late: boolean, member: { __typename: 'Member', id: string, displayName: string } }> } & { ' $fragmentName'?: 'EnterableFragment' };

export type EnterMeetingMutationVariables = Exact<{
  input: EnterMeetingInput;
}>;


export type EnterMeetingMutation = { enterMeeting: { __typename: 'Meeting', id: string, status: MeetingStatus, viewerCan: { __typename: 'MeetingAbilities', run: boolean, edit: boolean, rsvp: boolean, attend: boolean }, attendees: Array<{ __typename: 'Attendee', presence: Presence | null, late: boolean, attended: boolean | null, member: { __typename: 'Member', id: string } }> } };

export type MinutesSheetFragment = { __typename: 'Meeting', id: string, group: { __typename: 'Group', id: string, name: string }, minutes: { __typename: 'Minutes', title: string, startsAtLocal: string, timeZone: string, place: string | null, present: number | null, invited: number, decisions: Array<string>, edition: number, sealedAt: string, hash: string, intact: boolean, made: Array<{ __typename: 'MinutesCommitment', owner: string, statement: string, dueOn: string }>, settled: Array<{ __typename: 'MinutesSettlement', owner: string, statement: string, status: CommitmentStatus }>, sealedBy: { __typename: 'Member', id: string, displayName: string }, corrections: Array<{ __typename: 'MinutesCorrection', id: string, text: string, at: string, author: { __typename: 'Member', id: string, displayName: string } }> } | null } & { ' $fragmentName'?: 'MinutesSheetFragment' };

export type RecordDecisionMutationVariables = Exact<{
  input: RecordDecisionInput;
}>;


export type RecordDecisionMutation = { recordDecision: { __typename: 'Decision', id: string, meeting: { __typename: 'Meeting', id: string, decisions: Array<{ __typename: 'Decision', id: string, text: string }> } } };

export type WithdrawDecisionMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawDecisionMutation = { withdrawDecision: { __typename: 'Meeting', id: string, decisions: Array<{ __typename: 'Decision', id: string, text: string }> } };

export type ReflectionsFragment = { __typename: 'Meeting', id: string, reflections: Array<{ __typename: 'Reflection', kind: ReflectionKind, text: string, member: { __typename: 'Member', id: string, displayName: string, kana: string | null } }> } & { ' $fragmentName'?: 'ReflectionsFragment' };

export type RecordingFragment = { __typename: 'Meeting', id: string, status: MeetingStatus, timeZone: string, recording: { __typename: 'MeetingRecording', agreed: boolean, viewerAgrees: boolean | null, url: string | null, goneAt: string | null } | null } & { ' $fragmentName'?: 'RecordingFragment' };

export type AnswerRecordingMutationVariables = Exact<{
  meetingId: string;
  agrees: boolean;
}>;


export type AnswerRecordingMutation = { answerRecording: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'RecordingFragment': RecordingFragment } }
  ) };

export type LinkRecordingMutationVariables = Exact<{
  meetingId: string;
  url?: string | null | undefined;
}>;


export type LinkRecordingMutation = { linkRecording: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'RecordingFragment': RecordingFragment } }
  ) };

export type MakeRemarkMutationVariables = Exact<{
  input: MakeRemarkInput;
}>;


export type MakeRemarkMutation = { makeRemark: { __typename: 'Remark', id: string } };

export type WithdrawRemarkMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawRemarkMutation = { withdrawRemark: boolean };

export type RoleListFragment = { __typename: 'Meeting', id: string, roles: Array<{ __typename: 'MeetingRole', role: MeetingRoleName, because: RoleReason | null, member: { __typename: 'Member', id: string, displayName: string, kana: string | null } | null, viewerCan: { __typename: 'MeetingRoleAbilities', set: boolean, take: boolean, passOn: boolean } }> } & { ' $fragmentName'?: 'RoleListFragment' };

export type MeetingRolesFragment = { __typename: 'Meeting', id: string, status: MeetingStatus, attendees: Array<{ __typename: 'Attendee', member: { __typename: 'Member', id: string, displayName: string, kana: string | null } }>, roles: Array<{ __typename: 'MeetingRole', role: MeetingRoleName, because: RoleReason | null, member: { __typename: 'Member', id: string, displayName: string, kana: string | null } | null, viewerCan: { __typename: 'MeetingRoleAbilities', set: boolean, take: boolean, passOn: boolean } }> } & { ' $fragmentName'?: 'MeetingRolesFragment' };

export type SetMeetingRoleMutationVariables = Exact<{
  meetingId: string;
  role: MeetingRoleName;
  memberId?: string | null | undefined;
}>;


export type SetMeetingRoleMutation = { setMeetingRole: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'MeetingRolesFragment': MeetingRolesFragment } }
  ) };

export type SwapMeetingRolesMutationVariables = Exact<{
  meetingId: string;
  role: MeetingRoleName;
  withRole: MeetingRoleName;
}>;


export type SwapMeetingRolesMutation = { swapMeetingRoles: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'MeetingRolesFragment': MeetingRolesFragment } }
  ) };

export type SuggestMeetingRolesMutationVariables = Exact<{
  meetingId: string;
}>;


export type SuggestMeetingRolesMutation = { suggestMeetingRoles: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'MeetingRolesFragment': MeetingRolesFragment } }
  ) };

export type TakeMeetingRoleMutationVariables = Exact<{
  meetingId: string;
  role: MeetingRoleName;
}>;


export type TakeMeetingRoleMutation = { takeMeetingRole: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'MeetingRolesFragment': MeetingRolesFragment } }
  ) };

export type PassMeetingRoleOnMutationVariables = Exact<{
  meetingId: string;
  role: MeetingRoleName;
}>;


export type PassMeetingRoleOnMutation = { passMeetingRoleOn: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'MeetingRolesFragment': MeetingRolesFragment } }
  ) };

export type LookBackPartsFragment = { __typename: 'Meeting', id: string, timeZone: string, lookBacks: Array<{ __typename: 'LookBack', nextId: string | null, nextStartsAt: string | null, topic: { __typename: 'Topic', id: string, title: string }, again: { __typename: 'Topic', id: string } | null }> } & { ' $fragmentName'?: 'LookBackPartsFragment' };

export type LookBackQueryVariables = Exact<{
  id: string;
}>;


export type LookBackQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string, timeZone: string, lookBacks: Array<{ __typename: 'LookBack', nextId: string | null, nextStartsAt: string | null, topic: { __typename: 'Topic', id: string, title: string }, again: { __typename: 'Topic', id: string } | null }> }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type BringTopicBackMutationVariables = Exact<{
  id: string;
}>;


export type BringTopicBackMutation = { bringTopicBack: (
    { __typename: 'Meeting', id: string }
    & { ' $fragmentRefs'?: { 'LookBackPartsFragment': LookBackPartsFragment } }
  ) };

export type UndoLookBackMutationVariables = Exact<{
  id: string;
}>;


export type UndoLookBackMutation = { withdrawTopic: boolean };

export type EditTopicMutationVariables = Exact<{
  input: EditTopicInput;
}>;


export type EditTopicMutation = { editTopic: { __typename: 'Topic', id: string, title: string, detail: string | null, priority: TopicPriority, minutes: number, version: number } };

export type ProposeTopicMutationVariables = Exact<{
  input: ProposeTopicInput;
}>;


export type ProposeTopicMutation = { proposeTopic: { __typename: 'Topic', id: string } };

export type TakeTopicMutationVariables = Exact<{
  id: string;
}>;


export type TakeTopicMutation = { takeTopic: { __typename: 'Topic', id: string, taken: boolean } };

export type ReleaseTopicMutationVariables = Exact<{
  id: string;
}>;


export type ReleaseTopicMutation = { releaseTopic: { __typename: 'Topic', id: string, taken: boolean } };

export type VoteForTopicMutationVariables = Exact<{
  id: string;
  vote: boolean;
}>;


export type VoteForTopicMutation = { voteForTopic: { __typename: 'Topic', id: string, votes: number, voted: boolean } };

export type WithdrawTopicMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawTopicMutation = { withdrawTopic: boolean };

export type MarkAllNotificationsReadMutationVariables = Exact<{ [key: string]: never; }>;


export type MarkAllNotificationsReadMutation = { markAllNotificationsRead: number };

export type MarkNotificationsReadMutationVariables = Exact<{
  ids: Array<string>;
}>;


export type MarkNotificationsReadMutation = { markNotificationsRead: number };

export type NotificationRowFragment = { __typename: 'Notification', id: string, title: string, body: string, url: string | null, readAt: string | null, createdAt: string } & { ' $fragmentName'?: 'NotificationRowFragment' };

export type UpdateSettingsMutationVariables = Exact<{
  input: UpdateSettingsInput;
}>;


export type UpdateSettingsMutation = { updateSettings: { __typename: 'MemberSettings', mailContent: boolean, quietFrom: string | null, quietTo: string | null, muted: Array<string>, version: number } };

export type NewsLineFragment = { __typename: 'GoodNews', id: string, body: string, createdAt: string, author: { __typename: 'Member', id: string, displayName: string } } & { ' $fragmentName'?: 'NewsLineFragment' };

export type WaitingRequestFragment = { __typename: 'SupportRequest', id: string, title: string, createdAt: string, replyCount: number, author: { __typename: 'Member', id: string, displayName: string } | null } & { ' $fragmentName'?: 'WaitingRequestFragment' };

export type CalendarQueryVariables = Exact<{
  groupId?: string | null | undefined;
  from: string;
  to: string;
}>;


export type CalendarQuery = { meetings: { __typename: 'MeetingConnection', edges: Array<{ __typename: 'MeetingEdge', node: (
        { __typename: 'Meeting', id: string, title: string, startsAt: string, timeZone: string, status: MeetingStatus }
        & { ' $fragmentRefs'?: { 'MeetingCardFragment': MeetingCardFragment;'RsvpControlFragment': RsvpControlFragment } }
      ) }> }, groups: { __typename: 'GroupConnection', edges: Array<{ __typename: 'GroupEdge', node: { __typename: 'Group', id: string, name: string, viewerCan: { __typename: 'GroupAbilities', scheduleMeetings: boolean } } }> } };

export type ClosingRoundPageQueryVariables = Exact<{
  id: string;
}>;


export type ClosingRoundPageQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | (
      { __typename: 'Meeting', title: string, timeZone: string, id: string, closingRound: { __typename: 'ClosingRound', open: boolean, endsAt: string, takesPart: boolean } | null, group: { __typename: 'Group', id: string, safety: { __typename: 'SafetyOfGroup', n: number, spoke: number, safe: number, heard: number } | null } }
      & { ' $fragmentRefs'?: { 'ClosingRoundFormFragment': ClosingRoundFormFragment } }
    )
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type EditSeriesPageQueryVariables = Exact<{
  id: string;
}>;


export type EditSeriesPageQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', title: string, durationMinutes: number, timeZone: string, format: MeetingFormat, place: string | null, url: string | null, version: number, id: string, group: { __typename: 'Group', id: string, name: string }, restOfSeries: { __typename: 'RestOfSeries', rule: string, startsAtLocal: string, skip: Array<string>, postpone: Array<string> } | null, viewerCan: { __typename: 'MeetingAbilities', edit: boolean } }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type EnterMeetingPageQueryVariables = Exact<{
  id: string;
}>;


export type EnterMeetingPageQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', title: string, status: MeetingStatus, startsAt: string, endsAt: string, timeZone: string, id: string, format: MeetingFormat, viewerCan: { __typename: 'MeetingAbilities', run: boolean }, attendees: Array<{ __typename: 'Attendee', presence: Presence | null, late: boolean, member: { __typename: 'Member', id: string, displayName: string } }> }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type FacilitatedGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type FacilitatedGroupsQuery = { viewer: { __typename: 'Viewer', facilitates: Array<{ __typename: 'Group', id: string, name: string }> } | null };

export type WaitingRequestsFragment = { __typename: 'FacilitatorOverview', unanswered: { __typename: 'SupportRequestConnection', edges: Array<{ __typename: 'SupportRequestEdge', cursor: string, node: (
        { __typename: 'SupportRequest', id: string }
        & { ' $fragmentRefs'?: { 'RequestCardFragment': RequestCardFragment } }
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } & { ' $fragmentName'?: 'WaitingRequestsFragment' };

export type WorriesInOverviewFragment = { __typename: 'FacilitatorOverview', worries: { __typename: 'SupportWorryConnection', edges: Array<{ __typename: 'SupportWorryEdge', cursor: string, node: { __typename: 'SupportWorry', id: string, note: string | null, replyId: string | null, createdAt: string, request: { __typename: 'SupportRequest', id: string, title: string } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } & { ' $fragmentName'?: 'WorriesInOverviewFragment' };

export type MoreWaitingQueryVariables = Exact<{
  groupId: string;
  unansweredAfter?: string | null | undefined;
}>;


export type MoreWaitingQuery = { facilitatorOverview: { __typename: 'FacilitatorOverview', unanswered: { __typename: 'SupportRequestConnection', edges: Array<{ __typename: 'SupportRequestEdge', cursor: string, node: (
          { __typename: 'SupportRequest', id: string }
          & { ' $fragmentRefs'?: { 'RequestCardFragment': RequestCardFragment } }
        ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } };

export type MoreWorriesQueryVariables = Exact<{
  groupId: string;
  worriesAfter?: string | null | undefined;
}>;


export type MoreWorriesQuery = { facilitatorOverview: { __typename: 'FacilitatorOverview', worries: { __typename: 'SupportWorryConnection', edges: Array<{ __typename: 'SupportWorryEdge', cursor: string, node: { __typename: 'SupportWorry', id: string, note: string | null, replyId: string | null, createdAt: string, request: { __typename: 'SupportRequest', id: string, title: string } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } };

export type FacilitatorOverviewQueryVariables = Exact<{
  groupId: string;
  unansweredAfter?: string | null | undefined;
  worriesAfter?: string | null | undefined;
}>;


export type FacilitatorOverviewQuery = { facilitatorOverview: { __typename: 'FacilitatorOverview', quietMembers: Array<{ __typename: 'QuietMember', since: string, member: { __typename: 'Member', id: string, displayName: string } }>, typesByMonth: Array<{ __typename: 'TypesInMonth', month: string, informational: number, instrumental: number, emotional: number, appraisal: number }>, flags: Array<{ __typename: 'GiveAndTakeFlag', id: string, version: number, member: { __typename: 'Member', id: string, displayName: string } }>, hardTimes: Array<{ __typename: 'HardTime', since: string, member: { __typename: 'Member', id: string, displayName: string } }>, unanswered: { __typename: 'SupportRequestConnection', edges: Array<{ __typename: 'SupportRequestEdge', cursor: string, node: (
          { __typename: 'SupportRequest', id: string }
          & { ' $fragmentRefs'?: { 'RequestCardFragment': RequestCardFragment } }
        ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } }, worries: { __typename: 'SupportWorryConnection', edges: Array<{ __typename: 'SupportWorryEdge', cursor: string, node: { __typename: 'SupportWorry', id: string, note: string | null, replyId: string | null, createdAt: string, request: { __typename: 'SupportRequest', id: string, title: string } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } };

export type GiveAndTakeQueryVariables = Exact<{ [key: string]: never; }>;


export type GiveAndTakeQuery = { giveAndTake: { __typename: 'GiveAndTake', helped: number, wasHelped: number, hardTimeSince: string | null } };

export type GoodNewsItemQueryVariables = Exact<{
  id: string;
}>;


export type GoodNewsItemQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | (
      { __typename: 'GoodNews', body: string, version: number, id: string, viewerCan: { __typename: 'GoodNewsAbilities', comment: boolean, edit: boolean, withdraw: boolean } }
      & { ' $fragmentRefs'?: { 'GoodNewsCardFragment': GoodNewsCardFragment } }
    )
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type GoodNewsChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type GoodNewsChangedSubscription = { goodNewsChanged: (
    { __typename: 'GoodNews', id: string }
    & { ' $fragmentRefs'?: { 'GoodNewsCardFragment': GoodNewsCardFragment } }
  ) };

export type GroupAgendasQueryVariables = Exact<{
  id: string;
}>;


export type GroupAgendasQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', name: string, id: string, memberships: Array<{ __typename: 'GroupMembership', takesPart: boolean, member: { __typename: 'Member', id: string } }>, viewerCan: { __typename: 'GroupAbilities', scheduleMeetings: boolean }, agendaTemplates: Array<{ __typename: 'AgendaTemplate', id: string, name: string, version: number, steps: Array<{ __typename: 'AgendaTemplateStep', key: string | null, name: string, minutes: number, perPerson: boolean, speakerRule: SpeakerRule, allowed: Array<AllowedTalk> }> }> }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type GroupFlyerQueryVariables = Exact<{
  id: string;
}>;


export type GroupFlyerQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', name: string, purpose: string, goals: Array<string>, id: string, nextMeeting: { __typename: 'Meeting', id: string, startsAt: string, endsAt: string, timeZone: string } | null, joinLinks: Array<{ __typename: 'JoinLink', id: string, code: string, url: string, expiresAt: string, revokedAt: string | null }> }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type GroupStrengthsQueryVariables = Exact<{
  id: string;
}>;


export type GroupStrengthsQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', mayOpenStrengths: boolean, id: string, strengthsRound: { __typename: 'StrengthsRound', id: string, closesAt: string, mayBeUnsigned: boolean, peers: Array<{ __typename: 'StrengthPeer', text: string, signed: boolean, version: number, member: { __typename: 'Member', id: string, displayName: string } }> } | null, strengthsHeld: { __typename: 'StrengthsRound', id: string, closesAt: string, mayBeUnsigned: boolean, peers: Array<{ __typename: 'StrengthPeer', text: string, signed: boolean, version: number, member: { __typename: 'Member', id: string, displayName: string } }> } | null }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type GroupPagePartsFragment = (
  { __typename: 'Group', id: string, name: string, purpose: string, goals: Array<string>, status: GroupStatus, programme: { __typename: 'Programme', id: string, name: string } | null, charter: { __typename: 'Charter', version: number, signedByViewer: boolean }, viewerCan: { __typename: 'GroupAbilities', scheduleMeetings: boolean, invite: boolean, postSupportRequest: boolean, edit: boolean, leave: boolean, seeContent: boolean } }
  & { ' $fragmentRefs'?: { 'GroupCharterFragment': GroupCharterFragment;'GroupPeopleFragment': GroupPeopleFragment;'JoinLinksFragment': JoinLinksFragment;'EditableGroupFragment': EditableGroupFragment } }
) & { ' $fragmentName'?: 'GroupPagePartsFragment' };

export type GroupPageQueryVariables = Exact<{
  id: string;
}>;


export type GroupPageQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | (
      { __typename: 'Group', id: string, name: string, purpose: string, goals: Array<string>, status: GroupStatus, programme: { __typename: 'Programme', id: string, name: string } | null, charter: { __typename: 'Charter', version: number, signedByViewer: boolean }, viewerCan: { __typename: 'GroupAbilities', scheduleMeetings: boolean, invite: boolean, postSupportRequest: boolean, edit: boolean, leave: boolean, seeContent: boolean } }
      & { ' $fragmentRefs'?: { 'GroupCharterFragment': GroupCharterFragment;'GroupPeopleFragment': GroupPeopleFragment;'JoinLinksFragment': JoinLinksFragment;'EditableGroupFragment': EditableGroupFragment } }
    )
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null, viewer: { __typename: 'Viewer', facilitates: Array<{ __typename: 'Group', id: string }> } | null };

export type HomeQueryVariables = Exact<{
  from: string;
}>;


export type HomeQuery = { meetings: { __typename: 'MeetingConnection', edges: Array<{ __typename: 'MeetingEdge', cursor: string, node: (
        { __typename: 'Meeting', id: string, status: MeetingStatus, startsAt: string, endsAt: string, viewerCheckIn: { __typename: 'CheckIn', id: string } | null, viewerCan: { __typename: 'MeetingAbilities', checkIn: boolean } }
        & { ' $fragmentRefs'?: { 'MeetingCardFragment': MeetingCardFragment;'RsvpControlFragment': RsvpControlFragment;'JoinOnlineFragment': JoinOnlineFragment } }
      ) }> }, myCommitments: { __typename: 'MyCommitments', settled: number, kept: number, open: Array<(
      { __typename: 'Commitment', id: string }
      & { ' $fragmentRefs'?: { 'CommitmentRowFragment': CommitmentRowFragment } }
    )> }, myGoals: Array<{ __typename: 'Goal', text: string }>, supportRequests: { __typename: 'SupportRequestConnection', edges: Array<{ __typename: 'SupportRequestEdge', cursor: string, node: (
        { __typename: 'SupportRequest', id: string, mine: boolean, viewerCan: { __typename: 'SupportRequestAbilities', reply: boolean } }
        & { ' $fragmentRefs'?: { 'WaitingRequestFragment': WaitingRequestFragment } }
      ) }> }, goodNews: { __typename: 'GoodNewsConnection', edges: Array<{ __typename: 'GoodNewsEdge', cursor: string, node: (
        { __typename: 'GoodNews', id: string }
        & { ' $fragmentRefs'?: { 'NewsLineFragment': NewsLineFragment } }
      ) }> }, notifications: { __typename: 'NotificationConnection', edges: Array<{ __typename: 'NotificationEdge', cursor: string, node: (
        { __typename: 'Notification', id: string }
        & { ' $fragmentRefs'?: { 'NotificationRowFragment': NotificationRowFragment } }
      ) }> } };

export type AnyGroupQueryVariables = Exact<{ [key: string]: never; }>;


export type AnyGroupQuery = { groups: { __typename: 'GroupConnection', edges: Array<{ __typename: 'GroupEdge', cursor: string, node: { __typename: 'Group', id: string } }> } };

export type MeetingPaperQueryVariables = Exact<{
  id: string;
}>;


export type MeetingPaperQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string, title: string, startsAt: string, endsAt: string, timeZone: string, place: string | null, group: { __typename: 'Group', id: string, name: string }, agenda: Array<{ __typename: 'AgendaStep', id: string, name: string, minutes: number, prompt: string | null }>, attendees: Array<{ __typename: 'Attendee', member: { __typename: 'Member', id: string, displayName: string, kana: string | null } }>, viewerCan: { __typename: 'MeetingAbilities', run: boolean } }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type MeetingFactsFragment = { __typename: 'Meeting', id: string, title: string, startsAt: string, endsAt: string, timeZone: string, format: MeetingFormat, place: string | null, status: MeetingStatus, cancelReason: string | null, version: number, group: { __typename: 'Group', id: string, name: string }, series: { __typename: 'MeetingSeries', id: string, rule: string } | null, viewerCan: { __typename: 'MeetingAbilities', edit: boolean, run: boolean } } & { ' $fragmentName'?: 'MeetingFactsFragment' };

export type MeetingPagePartsFragment = (
  { __typename: 'Meeting', id: string, title: string, startsAt: string, endsAt: string, timeZone: string, format: MeetingFormat, place: string | null, status: MeetingStatus, cancelReason: string | null, version: number, group: { __typename: 'Group', id: string, name: string }, series: { __typename: 'MeetingSeries', id: string, rule: string } | null, viewerCan: { __typename: 'MeetingAbilities', edit: boolean, run: boolean } }
  & { ' $fragmentRefs'?: { 'LiveMeetingFragment': LiveMeetingFragment;'RecordingFragment': RecordingFragment;'RsvpControlFragment': RsvpControlFragment;'JoinOnlineFragment': JoinOnlineFragment;'CalendarEntryFragment': CalendarEntryFragment;'AttendeeListFragment': AttendeeListFragment;'AfterPartyFragment': AfterPartyFragment;'AgendaFragment': AgendaFragment;'EditableMeetingFragment': EditableMeetingFragment;'EditableAgendaFragment': EditableAgendaFragment;'MeetingRolesFragment': MeetingRolesFragment;'MovableMeetingFragment': MovableMeetingFragment;'CommitmentListFragment': CommitmentListFragment;'DecisionListFragment': DecisionListFragment;'CloseableMeetingFragment': CloseableMeetingFragment;'AfterMeetingFragment': AfterMeetingFragment;'GoalsOfGroupFragment': GoalsOfGroupFragment } }
) & { ' $fragmentName'?: 'MeetingPagePartsFragment' };

export type MeetingPageQueryVariables = Exact<{
  id: string;
}>;


export type MeetingPageQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | (
      { __typename: 'Meeting', id: string, title: string, startsAt: string, endsAt: string, timeZone: string, format: MeetingFormat, place: string | null, status: MeetingStatus, cancelReason: string | null, version: number, group: { __typename: 'Group', id: string, name: string }, series: { __typename: 'MeetingSeries', id: string, rule: string } | null, viewerCan: { __typename: 'MeetingAbilities', edit: boolean, run: boolean } }
      & { ' $fragmentRefs'?: { 'LiveMeetingFragment': LiveMeetingFragment;'RecordingFragment': RecordingFragment;'RsvpControlFragment': RsvpControlFragment;'JoinOnlineFragment': JoinOnlineFragment;'CalendarEntryFragment': CalendarEntryFragment;'AttendeeListFragment': AttendeeListFragment;'AfterPartyFragment': AfterPartyFragment;'AgendaFragment': AgendaFragment;'EditableMeetingFragment': EditableMeetingFragment;'EditableAgendaFragment': EditableAgendaFragment;'MeetingRolesFragment': MeetingRolesFragment;'MovableMeetingFragment': MovableMeetingFragment;'CommitmentListFragment': CommitmentListFragment;'DecisionListFragment': DecisionListFragment;'CloseableMeetingFragment': CloseableMeetingFragment;'AfterMeetingFragment': AfterMeetingFragment;'GoalsOfGroupFragment': GoalsOfGroupFragment } }
    )
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type MeetingUpdatesSubscriptionVariables = Exact<{
  id: string;
}>;


export type MeetingUpdatesSubscription = { meetingUpdates: { __typename: 'MeetingUpdate', meetingId: string, details: (
      { __typename: 'Meeting', viewerCan: { __typename: 'MeetingAbilities', attend: boolean, rsvp: boolean, rsvpForOthers: boolean, correctAttendance: boolean, commit: boolean } }
      & { ' $fragmentRefs'?: { 'MeetingFactsFragment': MeetingFactsFragment;'EditableMeetingFragment': EditableMeetingFragment;'MovableMeetingFragment': MovableMeetingFragment;'EntryRightsFragment': EntryRightsFragment } }
    ) | null, attendance: (
      { __typename: 'Meeting', id: string, viewerRsvp: Rsvp | null, viewerRsvpNote: RsvpNote | null }
      & { ' $fragmentRefs'?: { 'AttendanceCorrectionsFragment': AttendanceCorrectionsFragment } }
    ) | null, checkIns: { __typename: 'Meeting', id: string, viewerCheckIn: { __typename: 'CheckIn', id: string } | null, checkIns: Array<{ __typename: 'CheckIn', id: string }> } | null, changedCheckIns: Array<(
      { __typename: 'CheckIn' }
      & { ' $fragmentRefs'?: { 'CheckInEntryFragment': CheckInEntryFragment } }
    )>, topics: { __typename: 'Meeting', id: string, topics: Array<{ __typename: 'Topic', id: string, place: number | null, reason: { __typename: 'HotSeatReason', kind: HotSeatReasonKind, months: number | null } | null }> } | null, changedTopics: Array<(
      { __typename: 'Topic' }
      & { ' $fragmentRefs'?: { 'TopicEntryFragment': TopicEntryFragment } }
    )>, afterParty: (
      { __typename: 'Meeting' }
      & { ' $fragmentRefs'?: { 'AfterPartyFragment': AfterPartyFragment } }
    ) | null, roles: (
      { __typename: 'Meeting' }
      & { ' $fragmentRefs'?: { 'RoleListFragment': RoleListFragment } }
    ) | null, minutes: (
      { __typename: 'Meeting' }
      & { ' $fragmentRefs'?: { 'AfterMeetingFragment': AfterMeetingFragment;'GoalsOfGroupFragment': GoalsOfGroupFragment } }
    ) | null, agenda: { __typename: 'Meeting', id: string, version: number, durationMinutes: number, agenda: Array<{ __typename: 'AgendaStep', id: string, key: string | null, name: string, minutes: number, speakerRule: SpeakerRule, allowed: Array<AllowedTalk>, prompt: string | null }> } | null, run: (
      { __typename: 'Meeting', viewerCan: { __typename: 'MeetingAbilities', run: boolean } }
      & { ' $fragmentRefs'?: { 'RunNowFragment': RunNowFragment } }
    ) | null, changedAttendees: Array<{ __typename: 'Attendee', rsvp: Rsvp | null, note: RsvpNote | null, presence: Presence | null, late: boolean, attended: boolean | null, member: { __typename: 'Member', id: string, displayName: string, kana: string | null } }>, commitments: { __typename: 'Meeting', id: string, commitments: Array<{ __typename: 'Commitment', id: string }>, group: { __typename: 'Group', id: string, commitmentAverage: { __typename: 'CommitmentAverage', people: number, settled: number, kept: number } | null } } | null, changedCommitments: Array<(
      { __typename: 'Commitment', meeting: { __typename: 'Meeting', id: string } | null }
      & { ' $fragmentRefs'?: { 'CommitmentRowFragment': CommitmentRowFragment } }
    )>, decisions: { __typename: 'Meeting', id: string, decisions: Array<{ __typename: 'Decision', id: string }> } | null, changedDecisions: Array<{ __typename: 'Decision', id: string, text: string }>, recording: (
      { __typename: 'Meeting' }
      & { ' $fragmentRefs'?: { 'RecordingFragment': RecordingFragment } }
    ) | null } };

export type MemberPageQueryVariables = Exact<{
  id: string;
}>;


export type MemberPageQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', muted: boolean, id: string, displayName: string, kana: string | null, phone: string | null, businessName: string | null, industry: string | null, prefecture: string | null, strengths: string | null, role: TenantRole, status: MemberStatus, version: number, groups: Array<{ __typename: 'Group', id: string, name: string }> }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type MinutesPageQueryVariables = Exact<{
  id: string;
}>;


export type MinutesPageQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | (
      { __typename: 'Meeting', id: string, minutes: { __typename: 'Minutes', hash: string } | null }
      & { ' $fragmentRefs'?: { 'MinutesSheetFragment': MinutesSheetFragment;'ReflectionsFragment': ReflectionsFragment } }
    )
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type PollableGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type PollableGroupsQuery = { groups: { __typename: 'GroupConnection', edges: Array<{ __typename: 'GroupEdge', node: { __typename: 'Group', id: string, name: string, viewerCan: { __typename: 'GroupAbilities', scheduleMeetings: boolean } } }> } };

export type AskableGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type AskableGroupsQuery = { viewer: { __typename: 'Viewer', groups: Array<{ __typename: 'Group', id: string, name: string, hidesAmong: number, memberships: Array<{ __typename: 'GroupMembership', member: { __typename: 'Member', id: string, displayName: string } }>, viewerCan: { __typename: 'GroupAbilities', postSupportRequest: boolean } }> } | null };

export type NotificationsQueryVariables = Exact<{
  unreadOnly?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type NotificationsQuery = { notifications: { __typename: 'NotificationConnection', edges: Array<{ __typename: 'NotificationEdge', cursor: string, node: (
        { __typename: 'Notification', id: string }
        & { ' $fragmentRefs'?: { 'NotificationRowFragment': NotificationRowFragment } }
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type OfficeGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type OfficeGroupsQuery = { groups: { __typename: 'GroupConnection', edges: Array<{ __typename: 'GroupEdge', node: { __typename: 'Group', id: string, name: string, status: GroupStatus, capacity: number, programme: { __typename: 'Programme', id: string, name: string } | null, memberships: Array<{ __typename: 'GroupMembership', role: GroupRole, takesPart: boolean, member: { __typename: 'Member', id: string, displayName: string } }>, nextMeeting: { __typename: 'Meeting', id: string, startsAt: string, timeZone: string } | null } }> } };

export type InvitingGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type InvitingGroupsQuery = { groups: { __typename: 'GroupConnection', edges: Array<{ __typename: 'GroupEdge', node: { __typename: 'Group', id: string, name: string, viewerCan: { __typename: 'GroupAbilities', invite: boolean } } }> } };

export type PollPagePartsFragment = (
  { __typename: 'DatePoll', id: string, title: string, note: string | null, status: DatePollStatus, closesOn: string | null, timeZone: string, version: number, group: { __typename: 'Group', id: string, name: string }, meeting: { __typename: 'Meeting', id: string } | null, viewerCan: { __typename: 'DatePollAbilities', answer: boolean, run: boolean } }
  & { ' $fragmentRefs'?: { 'PollOptionsFragment': PollOptionsFragment;'EditablePollFragment': EditablePollFragment } }
) & { ' $fragmentName'?: 'PollPagePartsFragment' };

export type DatePollPageQueryVariables = Exact<{
  id: string;
}>;


export type DatePollPageQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | (
      { __typename: 'DatePoll', id: string, title: string, note: string | null, status: DatePollStatus, closesOn: string | null, timeZone: string, version: number, group: { __typename: 'Group', id: string, name: string }, meeting: { __typename: 'Meeting', id: string } | null, viewerCan: { __typename: 'DatePollAbilities', answer: boolean, run: boolean } }
      & { ' $fragmentRefs'?: { 'PollOptionsFragment': PollOptionsFragment;'EditablePollFragment': EditablePollFragment } }
    )
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type DatePollChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type DatePollChangedSubscription = { datePollChanged: (
    { __typename: 'DatePoll', id: string }
    & { ' $fragmentRefs'?: { 'PollPagePartsFragment': PollPagePartsFragment } }
  ) };

export type ConsolePageQueryVariables = Exact<{
  id: string;
}>;


export type ConsolePageQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | (
      { __typename: 'Meeting', id: string, title: string, startsAt: string, endsAt: string, timeZone: string, format: MeetingFormat, evenness: Evenness | null, status: MeetingStatus, viewerCan: { __typename: 'MeetingAbilities', run: boolean }, attendees: Array<{ __typename: 'Attendee', presence: Presence | null, late: boolean, attended: boolean | null, member: { __typename: 'Member', id: string, displayName: string, kana: string | null } }>, agenda: Array<{ __typename: 'AgendaStep', id: string, name: string, minutes: number, speakerRule: SpeakerRule, prompt: string | null }>, airtime: Array<{ __typename: 'Airtime', stepId: string | null, spentMs: number, speakingSince: string | null, member: { __typename: 'Member', id: string } }> | null, run: { __typename: 'MeetingRun', startedAt: string, stepId: string | null, since: string, paused: boolean, pausedMs: number, looseMs: number, version: number, steps: Array<{ __typename: 'RunStep', stepId: string, spentMs: number, extraMinutes: number, state: RunStepState }> } | null }
      & { ' $fragmentRefs'?: { 'HandOverFragment': HandOverFragment;'RecordingFragment': RecordingFragment;'DecisionListFragment': DecisionListFragment;'CommitmentListFragment': CommitmentListFragment;'CloseableMeetingFragment': CloseableMeetingFragment } }
    )
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type ConsoleUpdatesSubscriptionVariables = Exact<{
  id: string;
}>;


export type ConsoleUpdatesSubscription = { meetingUpdates: { __typename: 'MeetingUpdate', meetingId: string, details: { __typename: 'Meeting', id: string, title: string, startsAt: string, endsAt: string, timeZone: string, status: MeetingStatus, format: MeetingFormat, viewerCan: { __typename: 'MeetingAbilities', run: boolean, commit: boolean }, handedTo: { __typename: 'Member', id: string, displayName: string } | null } | null, run: (
      { __typename: 'Meeting', viewerCan: { __typename: 'MeetingAbilities', run: boolean } }
      & { ' $fragmentRefs'?: { 'AirtimeFragment': AirtimeFragment;'RunNowFragment': RunNowFragment } }
    ) | null, agenda: { __typename: 'Meeting', id: string, version: number, durationMinutes: number, agenda: Array<{ __typename: 'AgendaStep', id: string, key: string | null, name: string, minutes: number, speakerRule: SpeakerRule, allowed: Array<AllowedTalk>, prompt: string | null }> } | null, changedAttendees: Array<{ __typename: 'Attendee', rsvp: Rsvp | null, note: RsvpNote | null, presence: Presence | null, late: boolean, attended: boolean | null, member: { __typename: 'Member', id: string, displayName: string, kana: string | null } }>, commitments: { __typename: 'Meeting', id: string, commitments: Array<{ __typename: 'Commitment', id: string }>, group: { __typename: 'Group', id: string, commitmentAverage: { __typename: 'CommitmentAverage', people: number, settled: number, kept: number } | null } } | null, changedCommitments: Array<(
      { __typename: 'Commitment', meeting: { __typename: 'Meeting', id: string } | null }
      & { ' $fragmentRefs'?: { 'CommitmentRowFragment': CommitmentRowFragment } }
    )>, decisions: { __typename: 'Meeting', id: string, decisions: Array<{ __typename: 'Decision', id: string }> } | null, changedDecisions: Array<{ __typename: 'Decision', id: string, text: string }>, recording: (
      { __typename: 'Meeting' }
      & { ' $fragmentRefs'?: { 'RecordingFragment': RecordingFragment } }
    ) | null } };

export type SchedulableGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type SchedulableGroupsQuery = { groups: { __typename: 'GroupConnection', edges: Array<{ __typename: 'GroupEdge', node: { __typename: 'Group', id: string, name: string, viewerCan: { __typename: 'GroupAbilities', scheduleMeetings: boolean } } }> } };

export type SupportRequestWordsFragment = { __typename: 'SupportRequest', id: string, type: SupportType, wanted: SupportWanted, title: string, body: string, status: SupportRequestStatus, urgency: Urgency, audience: Audience, anonymous: boolean, mine: boolean, acceptsPaid: boolean, outcome: string | null, createdAt: string, version: number, author: { __typename: 'Member', id: string, displayName: string, kana: string | null } | null, group: { __typename: 'Group', id: string, name: string } | null, thanks: Array<{ __typename: 'Thanks', message: string, createdAt: string, from: { __typename: 'Member', id: string, displayName: string } | null, to: { __typename: 'Member', id: string, displayName: string } }>, viewerCan: { __typename: 'SupportRequestAbilities', reply: boolean, offer: boolean, resolve: boolean, withdraw: boolean, edit: boolean, reveal: boolean, sendNote: boolean, worry: boolean, mute: boolean } } & { ' $fragmentName'?: 'SupportRequestWordsFragment' };

export type SupportRequestPartsFragment = { __typename: 'SupportRequest', id: string, muted: boolean, type: SupportType, wanted: SupportWanted, title: string, body: string, status: SupportRequestStatus, urgency: Urgency, audience: Audience, anonymous: boolean, mine: boolean, acceptsPaid: boolean, outcome: string | null, createdAt: string, version: number, adviceWaits: boolean, adviceWelcome: boolean, leaveAsked: boolean, worries: Array<{ __typename: 'SupportWorry', id: string, note: string | null, replyId: string | null, createdAt: string }>, author: { __typename: 'Member', id: string, displayName: string, kana: string | null } | null, group: { __typename: 'Group', id: string, name: string } | null, thanks: Array<{ __typename: 'Thanks', message: string, createdAt: string, from: { __typename: 'Member', id: string, displayName: string } | null, to: { __typename: 'Member', id: string, displayName: string } }>, viewerCan: { __typename: 'SupportRequestAbilities', reply: boolean, offer: boolean, resolve: boolean, withdraw: boolean, edit: boolean, reveal: boolean, sendNote: boolean, worry: boolean, mute: boolean, welcomeAdvice: boolean, askLeave: boolean }, viewerNudge: { __typename: 'SupportNudge', id: string, reason: string, state: NudgeState } | null, forAsker: { __typename: 'SupportRequestForAsker', waitedLong: boolean, askedIfOpen: boolean, peopleToAsk: Array<{ __typename: 'Member', id: string, displayName: string, businessName: string | null }>, askedBesides: Array<{ __typename: 'Member', id: string, displayName: string }> } | null, offers: Array<{ __typename: 'SupportOffer', id: string, message: string, terms: OfferTerms, price: number | null, status: OfferStatus, reason: OfferReason | null, createdAt: string, helper: { __typename: 'Member', id: string, displayName: string, kana: string | null } }> } & { ' $fragmentName'?: 'SupportRequestPartsFragment' };

export type SupportRequestPageQueryVariables = Exact<{
  id: string;
}>;


export type SupportRequestPageQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string, muted: boolean, type: SupportType, wanted: SupportWanted, title: string, body: string, status: SupportRequestStatus, urgency: Urgency, audience: Audience, anonymous: boolean, mine: boolean, acceptsPaid: boolean, outcome: string | null, createdAt: string, version: number, adviceWaits: boolean, adviceWelcome: boolean, leaveAsked: boolean, worries: Array<{ __typename: 'SupportWorry', id: string, note: string | null, replyId: string | null, createdAt: string }>, author: { __typename: 'Member', id: string, displayName: string, kana: string | null } | null, group: { __typename: 'Group', id: string, name: string } | null, thanks: Array<{ __typename: 'Thanks', message: string, createdAt: string, from: { __typename: 'Member', id: string, displayName: string } | null, to: { __typename: 'Member', id: string, displayName: string } }>, viewerCan: { __typename: 'SupportRequestAbilities', reply: boolean, offer: boolean, resolve: boolean, withdraw: boolean, edit: boolean, reveal: boolean, sendNote: boolean, worry: boolean, mute: boolean, welcomeAdvice: boolean, askLeave: boolean }, viewerNudge: { __typename: 'SupportNudge', id: string, reason: string, state: NudgeState } | null, forAsker: { __typename: 'SupportRequestForAsker', waitedLong: boolean, askedIfOpen: boolean, peopleToAsk: Array<{ __typename: 'Member', id: string, displayName: string, businessName: string | null }>, askedBesides: Array<{ __typename: 'Member', id: string, displayName: string }> } | null, offers: Array<{ __typename: 'SupportOffer', id: string, message: string, terms: OfferTerms, price: number | null, status: OfferStatus, reason: OfferReason | null, createdAt: string, helper: { __typename: 'Member', id: string, displayName: string, kana: string | null } }> }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type SupportRequestUpdatesSubscriptionVariables = Exact<{
  id: string;
}>;


export type SupportRequestUpdatesSubscription = { supportRequestUpdates: { __typename: 'SupportRequestUpdate', requestId: string, request: (
      { __typename: 'SupportRequest' }
      & { ' $fragmentRefs'?: { 'SupportRequestWordsFragment': SupportRequestWordsFragment;'AdviceLeaveFragment': AdviceLeaveFragment } }
    ) | null, answered: (
      { __typename: 'SupportRequest', id: string, status: SupportRequestStatus, replyCount: number, version: number, offers: Array<{ __typename: 'SupportOffer', id: string }>, viewerCan: { __typename: 'SupportRequestAbilities', resolve: boolean } }
      & { ' $fragmentRefs'?: { 'NudgeForMeFragment': NudgeForMeFragment;'ForAskerFragment': ForAskerFragment } }
    ) | null, replies: Array<{ __typename: 'SupportReplyEdge', cursor: string, node: { __typename: 'SupportReply', id: string, byAsker: boolean, gives: SupportType | null, body: string, createdAt: string, author: { __typename: 'Member', id: string, displayName: string, kana: string | null } | null } }>, offers: Array<(
      { __typename: 'SupportOffer' }
      & { ' $fragmentRefs'?: { 'OfferInListFragment': OfferInListFragment } }
    )> } };

export type InvitationQueryVariables = Exact<{
  token: string;
}>;


export type InvitationQuery = { me: { __typename: 'User', id: string, email: string } | null, invitation: { __typename: 'InvitationPreview', tenantName: string, invitedBy: string | null, displayName: string, kana: string | null, phone: string | null, email: string, groupNames: Array<string>, needsSignIn: boolean, expired: boolean } | null };

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { __typename: 'Viewer', tenant: { __typename: 'Tenant', id: string, slug: string } } };

export type InvitationsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type InvitationsQuery = { invitations: { __typename: 'InvitationConnection', edges: Array<{ __typename: 'InvitationEdge', cursor: string, node: { __typename: 'Invitation', id: string, email: string, displayName: string, expiresAt: string } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type InviteMemberMutationVariables = Exact<{
  input: InviteMemberInput;
}>;


export type InviteMemberMutation = { inviteMember: { __typename: 'Invitation', id: string } };

export type ResendInvitationMutationVariables = Exact<{
  invitationId: string;
}>;


export type ResendInvitationMutation = { resendInvitation: { __typename: 'Invitation', id: string, expiresAt: string } };

export type RevokeInvitationMutationVariables = Exact<{
  invitationId: string;
}>;


export type RevokeInvitationMutation = { revokeInvitation: boolean };

export type MemberListQueryVariables = Exact<{
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type MemberListQuery = { members: { __typename: 'MemberConnection', edges: Array<{ __typename: 'MemberEdge', cursor: string, node: { __typename: 'Member', id: string, displayName: string, kana: string | null, businessName: string | null, industry: string | null, prefecture: string | null, groups: Array<{ __typename: 'Group', id: string, name: string }> } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type OfficeMembersQueryVariables = Exact<{
  search?: string | null | undefined;
  status?: Array<MemberStatus> | null | undefined;
  after?: string | null | undefined;
}>;


export type OfficeMembersQuery = { members: { __typename: 'MemberConnection', edges: Array<{ __typename: 'MemberEdge', cursor: string, node: { __typename: 'Member', id: string, displayName: string, kana: string | null, phone: string | null, businessName: string | null, industry: string | null, prefecture: string | null, strengths: string | null, role: TenantRole, status: MemberStatus, version: number } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type OfficeMemberFragment = { __typename: 'Member', id: string, displayName: string, kana: string | null, phone: string | null, businessName: string | null, industry: string | null, prefecture: string | null, strengths: string | null, role: TenantRole, status: MemberStatus, version: number } & { ' $fragmentName'?: 'OfficeMemberFragment' };

export type UpdateMemberMutationVariables = Exact<{
  input: UpdateMemberInput;
}>;


export type UpdateMemberMutation = { updateMember: (
    { __typename: 'Member', id: string }
    & { ' $fragmentRefs'?: { 'OfficeMemberFragment': OfficeMemberFragment } }
  ) };

export type RequestPasswordResetMutationVariables = Exact<{
  email: string;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: boolean };

export type ResetPasswordMutationVariables = Exact<{
  token: string;
  password: string;
}>;


export type ResetPasswordMutation = { resetPassword: boolean };

export type SetPasswordMutationVariables = Exact<{
  password?: string | null | undefined;
  code?: string | null | undefined;
}>;


export type SetPasswordMutation = { setPassword: { __typename: 'User', id: string, hasPassword: boolean } };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile: { __typename: 'Member', id: string, displayName: string, kana: string | null, phone: string | null, businessName: string | null, industry: string | null, prefecture: string | null, strengths: string | null, version: number } };

export type PreviewRosterQueryVariables = Exact<{
  input: RosterFileInput;
}>;


export type PreviewRosterQuery = { previewRosterImport: { __typename: 'RosterPreview', importable: boolean, encoding: string, groups: Array<string>, rows: Array<{ __typename: 'RosterRow', line: number, name: string, email: string | null, phone: string | null, businessName: string | null, role: TenantRole, groups: Array<string>, facilitates: boolean, outcome: RosterOutcome }>, problems: Array<{ __typename: 'RosterProblem', line: number, column: string | null, code: string, value: string | null }> } };

export type ImportRosterMutationVariables = Exact<{
  input: ImportRosterInput;
}>;


export type ImportRosterMutation = { importRoster: { __typename: 'RosterImportResult', created: number, updated: number, unchanged: number, invited: number, proposed: number, groupsCreated: number } };

export type ImportProgrammesQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportProgrammesQuery = { programmes: Array<{ __typename: 'Programme', id: string, name: string }> };

export type RosterQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type RosterQuery = { members: { __typename: 'MemberConnection', edges: Array<{ __typename: 'MemberEdge', node: { __typename: 'Member', id: string, displayName: string, kana: string | null, businessName: string | null, email: string | null, phone: string | null, industry: string | null, prefecture: string | null, strengths: string | null, role: TenantRole, status: MemberStatus, groups: Array<{ __typename: 'Group', id: string, name: string }> } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type RevokeSessionMutationVariables = Exact<{
  sessionId: string;
}>;


export type RevokeSessionMutation = { revokeSession: boolean };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type SignOutEverywhereMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutEverywhereMutation = { signOutEverywhere: boolean };

export type UpdateAccountMutationVariables = Exact<{
  input: UpdateAccountInput;
}>;


export type UpdateAccountMutation = { updateAccount: { __typename: 'User', id: string, locale: Locale, textSize: TextSize } };

export type ProveAddressMutationVariables = Exact<{
  email: string;
  code: string;
}>;


export type ProveAddressMutation = { signInWithCode: { __typename: 'Viewer', user: { __typename: 'User', id: string, emailProven: boolean } } };

export type SignInWithCodeMutationVariables = Exact<{
  email: string;
  code: string;
}>;


export type SignInWithCodeMutation = { signInWithCode: { __typename: 'Viewer', tenant: { __typename: 'Tenant', id: string, slug: string } } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { __typename: 'Viewer', tenant: { __typename: 'Tenant', id: string, slug: string } } };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { me: { __typename: 'User', id: string } | null };

export type NotificationArrivedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type NotificationArrivedSubscription = { notificationArrived: { __typename: 'Notification', id: string } };

export type LastTenantQueryVariables = Exact<{ [key: string]: never; }>;


export type LastTenantQuery = { me: { __typename: 'User', id: string } | null, viewer: { __typename: 'Viewer', tenant: { __typename: 'Tenant', id: string, slug: string } } | null };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { viewer: { __typename: 'Viewer', user: { __typename: 'User', id: string, email: string, locale: Locale, textSize: TextSize, hasPassword: boolean }, member: { __typename: 'Member', id: string, displayName: string, kana: string | null, phone: string | null, businessName: string | null, industry: string | null, prefecture: string | null, strengths: string | null, version: number }, settings: { __typename: 'MemberSettings', mailContent: boolean, quietFrom: string | null, quietTo: string | null, muted: Array<string>, version: number }, helpAvailability: { __typename: 'HelpAvailability', fullThisMonth: boolean, willing: boolean, version: number }, facilitates: Array<{ __typename: 'Group', id: string }>, calendarFeed: { __typename: 'CalendarFeed', url: string, createdAt: string } | null, sessions: Array<{ __typename: 'Session', id: string, device: string, lastSeenAt: string, current: boolean }> } | null };

export type ShellQueryVariables = Exact<{ [key: string]: never; }>;


export type ShellQuery = { me: { __typename: 'User', id: string } | null, viewer: { __typename: 'Viewer', unreadNotifications: number, user: { __typename: 'User', id: string, email: string, emailProven: boolean, locale: Locale, textSize: TextSize }, tenant: { __typename: 'Tenant', id: string, slug: string, name: string, timeZone: string }, member: { __typename: 'Member', id: string, displayName: string, kana: string | null, role: TenantRole }, tenants: Array<{ __typename: 'Tenant', id: string, slug: string, name: string }>, groups: Array<{ __typename: 'Group', id: string, name: string }>, viewerCan: { __typename: 'TenantAbilities', manageMembers: boolean, createGroups: boolean } } | null };

export type AskLeaveToAdviseMutationVariables = Exact<{
  requestId: string;
}>;


export type AskLeaveToAdviseMutation = { askLeaveToAdvise: { __typename: 'SupportRequest', id: string, adviceWaits: boolean, adviceWelcome: boolean, leaveAsked: boolean, viewerCan: { __typename: 'SupportRequestAbilities', welcomeAdvice: boolean, askLeave: boolean } } };

export type AdviceLeaveFragment = { __typename: 'SupportRequest', id: string, adviceWaits: boolean, adviceWelcome: boolean, leaveAsked: boolean, viewerCan: { __typename: 'SupportRequestAbilities', welcomeAdvice: boolean, askLeave: boolean } } & { ' $fragmentName'?: 'AdviceLeaveFragment' };

export type WelcomeAdviceMutationVariables = Exact<{
  requestId: string;
}>;


export type WelcomeAdviceMutation = { welcomeAdvice: { __typename: 'SupportRequest', id: string, adviceWaits: boolean, adviceWelcome: boolean, leaveAsked: boolean, viewerCan: { __typename: 'SupportRequestAbilities', welcomeAdvice: boolean, askLeave: boolean } } };

export type RevealAuthorMutationVariables = Exact<{
  requestId: string;
}>;


export type RevealAuthorMutation = { revealSupportRequestAuthor: { __typename: 'SupportRequest', id: string, anonymous: boolean, version: number } };

export type NoteHardTimeMutationVariables = Exact<{
  input: NoteHardTimeInput;
}>;


export type NoteHardTimeMutation = { noteHardTime: boolean };

export type PutFlagAsideMutationVariables = Exact<{
  input: PutFlagAsideInput;
}>;


export type PutFlagAsideMutation = { putFlagAside: { __typename: 'GiveAndTakeFlag', id: string, state: GiveAndTakeFlagState, version: number } };

export type CommentOnGoodNewsMutationVariables = Exact<{
  input: CommentOnGoodNewsInput;
}>;


export type CommentOnGoodNewsMutation = { commentOnGoodNews: { __typename: 'GoodNewsComment', id: string } };

export type WithdrawGoodNewsCommentMutationVariables = Exact<{
  commentId: string;
}>;


export type WithdrawGoodNewsCommentMutation = { withdrawGoodNewsComment: boolean };

export type GoodNewsCommentsQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type GoodNewsCommentsQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string, comments: { __typename: 'GoodNewsCommentConnection', edges: Array<{ __typename: 'GoodNewsCommentEdge', cursor: string, node: { __typename: 'GoodNewsComment', id: string, body: string, mine: boolean, createdAt: string, author: { __typename: 'Member', id: string, displayName: string, kana: string | null } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type EditGoodNewsMutationVariables = Exact<{
  input: EditGoodNewsInput;
}>;


export type EditGoodNewsMutation = { editGoodNews: { __typename: 'GoodNews', id: string, body: string, version: number } };

export type GoodNewsCardFragment = { __typename: 'GoodNews', id: string, audience: GoodNewsAudience, body: string, mine: boolean, createdAt: string, author: { __typename: 'Member', id: string, displayName: string, kana: string | null }, group: { __typename: 'Group', id: string, name: string } | null, reactions: Array<{ __typename: 'GoodNewsReaction', kind: Congratulation, mine: boolean, more: boolean, from: Array<{ __typename: 'Member', id: string, displayName: string }> }>, viewerCan: { __typename: 'GoodNewsAbilities', react: boolean, comment: boolean, withdraw: boolean } } & { ' $fragmentName'?: 'GoodNewsCardFragment' };

export type GoodNewsListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type GoodNewsListQuery = { goodNews: { __typename: 'GoodNewsConnection', edges: Array<{ __typename: 'GoodNewsEdge', cursor: string, node: (
        { __typename: 'GoodNews', id: string }
        & { ' $fragmentRefs'?: { 'GoodNewsCardFragment': GoodNewsCardFragment } }
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type GoodNewsListChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type GoodNewsListChangedSubscription = { goodNewsChanged: (
    { __typename: 'GoodNews', id: string }
    & { ' $fragmentRefs'?: { 'GoodNewsCardFragment': GoodNewsCardFragment } }
  ) };

export type PostGoodNewsMutationVariables = Exact<{
  input: PostGoodNewsInput;
}>;


export type PostGoodNewsMutation = { postGoodNews: { __typename: 'GoodNews', id: string } };

export type ReactToGoodNewsMutationVariables = Exact<{
  goodNewsId: string;
  kind: Congratulation;
  on: boolean;
}>;


export type ReactToGoodNewsMutation = { reactToGoodNews: { __typename: 'GoodNews', id: string, reactions: Array<{ __typename: 'GoodNewsReaction', kind: Congratulation, mine: boolean, more: boolean, from: Array<{ __typename: 'Member', id: string, displayName: string }> }> } };

export type WithdrawGoodNewsMutationVariables = Exact<{
  goodNewsId: string;
}>;


export type WithdrawGoodNewsMutation = { withdrawGoodNews: boolean };

export type MuteMemberMutationVariables = Exact<{
  memberId: string;
}>;


export type MuteMemberMutation = { muteMember: { __typename: 'Member', id: string, muted: boolean } };

export type UnmuteMemberMutationVariables = Exact<{
  memberId: string;
}>;


export type UnmuteMemberMutation = { unmuteMember: { __typename: 'Member', id: string, muted: boolean } };

export type MuteRequestMutationVariables = Exact<{
  requestId: string;
}>;


export type MuteRequestMutation = { muteRequest: { __typename: 'SupportRequest', id: string, muted: boolean } };

export type UnmuteRequestMutationVariables = Exact<{
  requestId: string;
}>;


export type UnmuteRequestMutation = { unmuteRequest: { __typename: 'SupportRequest', id: string, muted: boolean } };

export type MutesQueryVariables = Exact<{ [key: string]: never; }>;


export type MutesQuery = { mutes: { __typename: 'Mutes', members: Array<{ __typename: 'Member', id: string, displayName: string, kana: string | null }>, requests: Array<{ __typename: 'SupportRequest', id: string, title: string }> } };

export type ForAskerFragment = { __typename: 'SupportRequest', forAsker: { __typename: 'SupportRequestForAsker', waitedLong: boolean, askedIfOpen: boolean, peopleToAsk: Array<{ __typename: 'Member', id: string, displayName: string, businessName: string | null }>, askedBesides: Array<{ __typename: 'Member', id: string, displayName: string }> } | null } & { ' $fragmentName'?: 'ForAskerFragment' };

export type AskSecondPersonMutationVariables = Exact<{
  input: AskSecondPersonInput;
}>;


export type AskSecondPersonMutation = { askSecondPerson: { __typename: 'SupportRequest', id: string, forAsker: { __typename: 'SupportRequestForAsker', waitedLong: boolean, askedIfOpen: boolean, peopleToAsk: Array<{ __typename: 'Member', id: string, displayName: string, businessName: string | null }>, askedBesides: Array<{ __typename: 'Member', id: string, displayName: string }> } | null } };

export type ChangeHelpAvailabilityMutationVariables = Exact<{
  input: ChangeHelpAvailabilityInput;
}>;


export type ChangeHelpAvailabilityMutation = { changeHelpAvailability: { __typename: 'HelpAvailability', fullThisMonth: boolean, willing: boolean, version: number } };

export type KeepSupportRequestOpenMutationVariables = Exact<{
  requestId: string;
}>;


export type KeepSupportRequestOpenMutation = { keepSupportRequestOpen: { __typename: 'SupportRequest', id: string, forAsker: { __typename: 'SupportRequestForAsker', waitedLong: boolean, askedIfOpen: boolean, peopleToAsk: Array<{ __typename: 'Member', id: string, displayName: string, businessName: string | null }>, askedBesides: Array<{ __typename: 'Member', id: string, displayName: string }> } | null } };

export type NudgeForMeFragment = { __typename: 'SupportRequest', viewerNudge: { __typename: 'SupportNudge', id: string, reason: string, state: NudgeState } | null } & { ' $fragmentName'?: 'NudgeForMeFragment' };

export type SnoozeNudgeMutationVariables = Exact<{
  input: SnoozeNudgeInput;
}>;


export type SnoozeNudgeMutation = { snoozeNudge: { __typename: 'SupportNudge', id: string, state: NudgeState } };

export type AcceptOfferMutationVariables = Exact<{
  offerId: string;
}>;


export type AcceptOfferMutation = { acceptOffer: { __typename: 'SupportOffer', id: string, status: OfferStatus } };

export type DeclineOfferMutationVariables = Exact<{
  offerId: string;
}>;


export type DeclineOfferMutation = { declineOffer: { __typename: 'SupportOffer', id: string, status: OfferStatus } };

export type OfferInListFragment = { __typename: 'SupportOffer', id: string, message: string, terms: OfferTerms, price: number | null, status: OfferStatus, reason: OfferReason | null, createdAt: string, helper: { __typename: 'Member', id: string, displayName: string, kana: string | null } } & { ' $fragmentName'?: 'OfferInListFragment' };

export type OfferListFragment = { __typename: 'SupportRequest', id: string, status: SupportRequestStatus, mine: boolean, anonymous: boolean, offers: Array<{ __typename: 'SupportOffer', id: string, message: string, terms: OfferTerms, price: number | null, status: OfferStatus, reason: OfferReason | null, createdAt: string, helper: { __typename: 'Member', id: string, displayName: string, kana: string | null } }>, viewerCan: { __typename: 'SupportRequestAbilities', resolve: boolean } } & { ' $fragmentName'?: 'OfferListFragment' };

export type OfferSupportMutationVariables = Exact<{
  input: OfferSupportInput;
}>;


export type OfferSupportMutation = { offerSupport: { __typename: 'SupportOffer', id: string } };

export type WithdrawOfferMutationVariables = Exact<{
  offerId: string;
}>;


export type WithdrawOfferMutation = { withdrawOffer: { __typename: 'SupportOffer', id: string, status: OfferStatus } };

export type PrivateNotesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type PrivateNotesQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string, privateNotes: { __typename: 'PrivateNoteConnection', edges: Array<{ __typename: 'PrivateNoteEdge', cursor: string, node: { __typename: 'PrivateNote', id: string, byAsker: boolean, body: string, createdAt: string, reader: { __typename: 'Member', id: string, displayName: string }, author: { __typename: 'Member', id: string, displayName: string } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type PrivateNotesChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type PrivateNotesChangedSubscription = { privateNotesChanged: { __typename: 'SupportRequest', id: string } };

export type SendPrivateNoteMutationVariables = Exact<{
  input: SendPrivateNoteInput;
}>;


export type SendPrivateNoteMutation = { sendPrivateNote: { __typename: 'PrivateNote', id: string } };

export type WithdrawPrivateNoteMutationVariables = Exact<{
  noteId: string;
}>;


export type WithdrawPrivateNoteMutation = { withdrawPrivateNote: boolean };

export type ReplyInThreadFragment = { __typename: 'SupportReplyEdge', cursor: string, node: { __typename: 'SupportReply', id: string, byAsker: boolean, gives: SupportType | null, body: string, createdAt: string, author: { __typename: 'Member', id: string, displayName: string, kana: string | null } | null } } & { ' $fragmentName'?: 'ReplyInThreadFragment' };

export type ReplyListQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type ReplyListQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', anonymous: boolean, mine: boolean, id: string, replies: { __typename: 'SupportReplyConnection', edges: Array<{ __typename: 'SupportReplyEdge', cursor: string, node: { __typename: 'SupportReply', id: string, byAsker: boolean, gives: SupportType | null, body: string, createdAt: string, author: { __typename: 'Member', id: string, displayName: string, kana: string | null } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type ReplyToSupportRequestMutationVariables = Exact<{
  input: ReplyInput;
}>;


export type ReplyToSupportRequestMutation = { replyToSupportRequest: { __typename: 'SupportReply', id: string } };

export type ReadersQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type ReadersQuery = { members: { __typename: 'MemberConnection', edges: Array<{ __typename: 'MemberEdge', node: { __typename: 'Member', id: string, displayName: string, kana: string | null, businessName: string | null } }> } };

export type EditSupportRequestMutationVariables = Exact<{
  input: EditSupportRequestInput;
}>;


export type EditSupportRequestMutation = { editSupportRequest: { __typename: 'SupportRequest', id: string, title: string, body: string, urgency: Urgency, version: number } };

export type PostSupportRequestMutationVariables = Exact<{
  input: PostSupportRequestInput;
}>;


export type PostSupportRequestMutation = { postSupportRequest: { __typename: 'SupportRequest', id: string } };

export type RequestCardFragment = { __typename: 'SupportRequest', id: string, type: SupportType, title: string, body: string, status: SupportRequestStatus, urgency: Urgency, anonymous: boolean, mine: boolean, audience: Audience, createdAt: string, replyCount: number, author: { __typename: 'Member', id: string, displayName: string, kana: string | null } | null, group: { __typename: 'Group', id: string, name: string } | null } & { ' $fragmentName'?: 'RequestCardFragment' };

export type SupportRequestsQueryVariables = Exact<{
  filter?: SupportRequestFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type SupportRequestsQuery = { supportRequests: { __typename: 'SupportRequestConnection', edges: Array<{ __typename: 'SupportRequestEdge', cursor: string, node: (
        { __typename: 'SupportRequest', id: string }
        & { ' $fragmentRefs'?: { 'RequestCardFragment': RequestCardFragment } }
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type SupportListChangedSubscriptionVariables = Exact<{
  groupId?: string | null | undefined;
}>;


export type SupportListChangedSubscription = { supportRequestChanged: (
    { __typename: 'SupportRequest', id: string }
    & { ' $fragmentRefs'?: { 'RequestCardFragment': RequestCardFragment } }
  ) };

export type SimilarRequestsQueryVariables = Exact<{
  text: string;
}>;


export type SimilarRequestsQuery = { similarRequests: Array<{ __typename: 'SupportRequest', id: string, title: string, status: SupportRequestStatus, outcome: string | null, replyCount: number }> };

export type WithdrawSupportRequestMutationVariables = Exact<{
  requestId: string;
}>;


export type WithdrawSupportRequestMutation = { withdrawSupportRequest: { __typename: 'SupportRequest', id: string, status: SupportRequestStatus, version: number } };

export type OpenStrengthsMutationVariables = Exact<{
  groupId: string;
  idempotencyKey?: string | null | undefined;
}>;


export type OpenStrengthsMutation = { openStrengths: { __typename: 'StrengthsRound', id: string } };

export type RemoveStrengthMutationVariables = Exact<{
  id: string;
}>;


export type RemoveStrengthMutation = { removeStrength: boolean };

export type StrengthsReceivedQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type StrengthsReceivedQuery = { strengthsReceived: { __typename: 'StrengthConnection', edges: Array<{ __typename: 'StrengthEdge', cursor: string, node: { __typename: 'Strength', id: string, text: string, createdAt: string, from: { __typename: 'Member', id: string, displayName: string } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type StrengthsRoundPartsFragment = { __typename: 'StrengthsRound', id: string, closesAt: string, mayBeUnsigned: boolean, peers: Array<{ __typename: 'StrengthPeer', text: string, signed: boolean, version: number, member: { __typename: 'Member', id: string, displayName: string } }> } & { ' $fragmentName'?: 'StrengthsRoundPartsFragment' };

export type WriteStrengthsMutationVariables = Exact<{
  input: WriteStrengthsInput;
}>;


export type WriteStrengthsMutation = { writeStrengths: { __typename: 'StrengthsRound', id: string, closesAt: string, mayBeUnsigned: boolean, peers: Array<{ __typename: 'StrengthPeer', text: string, signed: boolean, version: number, member: { __typename: 'Member', id: string, displayName: string } }> } };

export type WhomToThankQueryVariables = Exact<{
  id: string;
}>;


export type WhomToThankQuery = { node:
    | { __typename: 'CheckIn', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'DatePoll', id: string }
    | { __typename: 'Decision', id: string }
    | { __typename: 'GiveAndTakeFlag', id: string }
    | { __typename: 'GoodNews', id: string }
    | { __typename: 'GoodNewsComment', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'JoinLink', id: string }
    | { __typename: 'Meeting', id: string }
    | { __typename: 'MeetingSeries', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberProposal', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PrivateNote', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Strength', id: string }
    | { __typename: 'StrengthsRound', id: string }
    | { __typename: 'SupportNudge', id: string }
    | { __typename: 'SupportOffer', id: string }
    | { __typename: 'SupportReply', id: string }
    | { __typename: 'SupportRequest', id: string, mayThank: Array<{ __typename: 'Member', id: string, displayName: string }>, replies: { __typename: 'SupportReplyConnection', edges: Array<{ __typename: 'SupportReplyEdge', cursor: string, node: { __typename: 'SupportReply', id: string, author: { __typename: 'Member', id: string } | null } }> } }
    | { __typename: 'SupportWorry', id: string }
    | { __typename: 'Tenant', id: string }
    | { __typename: 'Topic', id: string }
    | { __typename: 'User', id: string }
   | null };

export type ResolveSupportRequestMutationVariables = Exact<{
  input: ResolveSupportRequestInput;
}>;


export type ResolveSupportRequestMutation = { resolveSupportRequest: { __typename: 'SupportRequest', id: string, status: SupportRequestStatus, outcome: string | null, version: number } };

export type ThanksReceivedQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ThanksReceivedQuery = { thanksReceived: { __typename: 'ThanksConnection', totalCount: number | null, edges: Array<{ __typename: 'ThanksEdge', cursor: string, node: { __typename: 'Thanks', message: string, anonymous: boolean, createdAt: string, from: { __typename: 'Member', id: string, displayName: string } | null, request: { __typename: 'SupportRequest', id: string, title: string } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type TellOfWorryMutationVariables = Exact<{
  input: TellOfWorryInput;
}>;


export type TellOfWorryMutation = { tellOfWorry: boolean };

export type RegisterTenantMutationVariables = Exact<{
  input: RegisterTenantInput;
}>;


export type RegisterTenantMutation = { registerTenant: { __typename: 'Viewer', tenant: { __typename: 'Tenant', id: string, slug: string } } };
