import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { rosterLimits } from '@yoriai/domain/people';
import { AuthDb } from '../platform/auth/auth-db.js';
import { refuse } from '../platform/errors/must.js';
import { Ctx, type RequestContext } from '../platform/graphql/context.js';
import { optionalIdArg } from '../platform/graphql/ids.js';
import { Rule } from '../platform/graphql/rule.js';
import { accounts } from './accounts.js';
import { importRoster, previewRoster, type EmailsOf } from './import-roster.js';
import { ImportRosterInput, RosterFileInput } from './people.inputs.js';
import { readRosterFile, type RosterFile } from './read-roster-file.js';
import { RosterImportResultType, RosterPreviewType, toRosterRowType } from './roster.type.js';

@Resolver()
export class RosterResolver {
  constructor(private readonly db: AuthDb) {}

  @Query(() => RosterPreviewType, { description: 'nothing is written; every bad row is named' })
  @Rule('admin')
  async previewRosterImport(
    @Ctx() context: RequestContext,
    @Args('input') input: RosterFileInput,
  ): Promise<RosterPreviewType> {
    const file = fileOf(input.base64);
    const { rows, problems, newGroups } = await previewRoster(
      await context.read(),
      file,
      this.emailsOf(context),
    );
    return {
      rows: rows.map(toRosterRowType),
      problems,
      importable: problems.length === 0 && rows.length > 0,
      groups: newGroups,
      encoding: file.encoding,
    };
  }

  @Mutation(() => RosterImportResultType)
  @Rule('admin')
  async importRoster(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: ImportRosterInput,
  ): Promise<RosterImportResultType> {
    const file = fileOf(input.base64);
    const programmeId = optionalIdArg('Programme', input.programmeId);
    const order = {
      file,
      emailsOf: this.emailsOf(context),
      sendInvitations: input.sendInvitations ?? true,
      programmeId,
    };
    return context.act((tx) => importRoster(tx, order), { key, op: 'importRoster', input });
  }

  private emailsOf(context: RequestContext): EmailsOf {
    const { tenantId } = context.me();
    return () => accounts.emailsOf(this.db.sql, tenantId);
  }
}

function fileOf(base64: string): RosterFile {
  if (!/^[A-Za-z0-9+/\r\n]*={0,2}\s*$/.test(base64))
    refuse({ code: 'BAD_USER_INPUT', field: 'base64', rule: 'MALFORMED' } as { code: string });
  // Long enough to be told that it is too long, and no longer.
  return readRosterFile(Buffer.from(base64.slice(0, 2 * rosterLimits.bytes), 'base64'));
}
