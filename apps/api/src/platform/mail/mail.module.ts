import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG } from '../boot/tokens.js';
import type { Config } from '../config.js';
import { DevMailbox } from './dev-mailbox.controller.js';
import { FileTransport } from './file-transport.js';
import { mailFolder } from './mail-folder.js';
import { Mail } from './mail.js';
import { SendDirectMail, SendInvitationMail, SendMailOnDemand } from './send-direct-mail.job.js';
import { SmtpTransport } from './smtp-transport.js';
import { MailTransport } from './transport.js';

const makeTransport = (config: Config): MailTransport =>
  config.smtpUrl
    ? new SmtpTransport(config.smtpUrl, config.mailFrom, config.publicUrl)
    : new FileTransport(mailFolder(config), config.mailFrom, config.publicUrl);

@Global()
@Module({
  providers: [
    { provide: MailTransport, useFactory: makeTransport, inject: [CONFIG] },
    Mail,
    SendDirectMail,
    SendMailOnDemand,
    SendInvitationMail,
  ],
  controllers: [DevMailbox],
  exports: [MailTransport, Mail],
})
export class MailModule implements OnApplicationShutdown {
  constructor(private readonly transport: MailTransport) {}

  onApplicationShutdown(): void {
    if (this.transport instanceof SmtpTransport) this.transport.close();
  }
}
