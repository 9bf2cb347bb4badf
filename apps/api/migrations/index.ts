import { Ground1763690000001 } from './0001-ground.js';
import { People1763690000002 } from './0002-people.js';
import { Groups1763690000003 } from './0003-groups.js';
import { Meetings1763690000004 } from './0004-meetings.js';
import { Support1763690000005 } from './0005-support.js';
import { Notifications1763690000006 } from './0006-notifications.js';
import { DatePollsAgendasRoles1763690000007 } from './0007-date-polls-agendas-roles.js';
import { CheckInsAndTopics1763690000008 } from './0008-check-ins-and-topics.js';
import { ConsoleAndAttendance1763690000009 } from './0009-console-and-attendance.js';
import { CommitmentsAndMinutes1763690000010 } from './0010-commitments-and-minutes.js';
import { MutesNotesGoodNews1763690000012 } from './0012-mutes-notes-good-news.js';
import { Nudges1763690000013 } from './0013-nudges.js';
import { Strengths1763690000014 } from './0014-strengths.js';
import { AfterParty1763690000015 } from './0015-after-party.js';
import { LookBack1763690000016 } from './0016-look-back.js';
import { TakingBack1763690000018 } from './0018-taking-back.js';
import { Search1763690000019 } from './0019-search.js';
import { Standing1763690000020 } from './0020-standing.js';
import { RoleProposals1763690000021 } from './0021-role-proposals.js';
import { KnownBrowsers1763690000022 } from './0022-known-browsers.js';
import { OneOfMany1763690000023 } from './0023-one-of-many.js';
import { WhatAKeyStandsFor1763690000024 } from './0024-what-a-key-stands-for.js';
import { FoldedAgain1763690000025 } from './0025-folded-again.js';
import { ToldOnce1763690000026 } from './0026-told-once.js';
import { CorrectedAttendance1763690000027 } from './0027-corrected-attendance.js';
import { ToldSlots1763690000028 } from './0028-told-slots.js';
import { PiledUp1763690000029 } from './0029-piled-up.js';
import { AuditInOrder1763690000030 } from './0030-audit-in-order.js';
import { KeptForATime1763690000031 } from './0031-kept-for-a-time.js';
import { ReadersOfSupport1763690000032 } from './0032-readers-of-support.js';
import { OneOutbox1763690000033 } from './0033-one-outbox.js';

/** In the order in which they are run. */
export const migrations = [
  Ground1763690000001,
  People1763690000002,
  Groups1763690000003,
  Meetings1763690000004,
  Support1763690000005,
  Notifications1763690000006,
  DatePollsAgendasRoles1763690000007,
  CheckInsAndTopics1763690000008,
  ConsoleAndAttendance1763690000009,
  CommitmentsAndMinutes1763690000010,
  MutesNotesGoodNews1763690000012,
  Nudges1763690000013,
  Strengths1763690000014,
  AfterParty1763690000015,
  LookBack1763690000016,
  TakingBack1763690000018,
  Search1763690000019,
  Standing1763690000020,
  RoleProposals1763690000021,
  KnownBrowsers1763690000022,
  OneOfMany1763690000023,
  WhatAKeyStandsFor1763690000024,
  FoldedAgain1763690000025,
  ToldOnce1763690000026,
  CorrectedAttendance1763690000027,
  ToldSlots1763690000028,
  PiledUp1763690000029,
  AuditInOrder1763690000030,
  KeptForATime1763690000031,
  ReadersOfSupport1763690000032,
  OneOutbox1763690000033,
];
