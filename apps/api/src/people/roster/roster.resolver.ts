import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { optionalIdArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { accounts } from '../sign-in/accounts.js';
import { importRoster, previewRoster, type EmailsOf } from './import-roster.js';
import { ImportRosterInput, RosterFileInput } from './roster.inputs.js';
import { RosterReader } from './roster-reader.js';
import { RosterImportResultType, RosterPreviewType, toRosterRowType } from './roster.type.js';

@Resolver()
export class RosterResolver {
  constructor(
    private readonly db: AuthDb,
    private readonly reader: RosterReader,
  ) {}

  @Query(() => RosterPreviewType, { description: 'nothing is written; every bad row is named' })
  @Rule('admin')
  async previewRosterImport(
    @Ctx() context: RequestContext,
    @Args('input') input: RosterFileInput,
  ): Promise<RosterPreviewType> {
    const { file, plan } = await this.reader.inTurn(context.me().tenantId, async () => {
      const file = await this.reader.read(input.base64);
      return { file, plan: await previewRoster(await context.read(), file, this.emailsOf(context)) };
    });
    const { rows, problems, newGroups } = plan;
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
    const programmeId = optionalIdArg('Programme', input.programmeId);
    return this.reader.inTurn(context.me().tenantId, async () => {
      const order = {
        file: await this.reader.read(input.base64),
        emailsOf: this.emailsOf(context),
        sendInvitations: input.sendInvitations ?? true,
        programmeId,
      };
      return context.act((tx) => importRoster(tx, order), { key, op: 'importRoster', input });
    });
  }

  private emailsOf(context: RequestContext): EmailsOf {
    const { tenantId } = context.me();
    return () => accounts.emailsOf(this.db.sql, tenantId);
  }
}
