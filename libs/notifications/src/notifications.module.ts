import { Module } from '@nestjs/common';
import { CallsModule } from '#libs/calls';
import { MessagingModule } from '#libs/messaging';
import { ConsultingModule } from '#libs/consulting';
import { DirectoryModule } from '#libs/directory';
import { EngagementsModule } from '#libs/engagements';
import { IdentityModule } from '#libs/identity';
import { OpportunitiesModule } from '#libs/opportunities';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { MailModule } from '#libs/platform/mail';
import { PushModule } from '#libs/platform/push';
import { ProjectsModule } from '#libs/projects';
import { ProposalsModule } from '#libs/proposals';
import { CapturedMailsReader } from './app/captured-mails.reader.js';
import { ChooseSettings } from './app/choose-settings.js';
import { DeliverNotices } from './app/deliver-notices.js';
import { ForgetPerson } from './app/forget-person.js';
import { MailAddresses } from './app/mail-addresses.js';
import { MailEnvelopes } from './app/mail-envelopes.js';
import { MailLinks } from './app/mail-links.js';
import { MailPace } from './app/mail-pace.js';
import { MergeNotices } from './app/merge-notices.js';
import { NoticeValues } from './app/notice-values.js';
import { NoticesReader } from './app/notices.reader.js';
import { NotificationsData } from './app/notifications-data.js';
import { OpenLines } from './app/open-lines.js';
import { ObjectTitles } from './app/object-titles.js';
import { WorkingTitles } from './app/working-titles.js';
import { PlanPushes } from './app/plan-pushes.js';
import { PushDevices } from './app/push-devices.js';
import { SendPush } from './app/send-push.js';
import { PostReply } from './app/post-reply.js';
import { TakeMail } from './app/take-mail.js';
import { PrepareMails } from './app/prepare-mails.js';
import { ReadNotices } from './app/read-notices.js';
import { ResolveRecipients } from './app/resolve-recipients.js';
import { DigestReader } from './app/digest.reader.js';
import { SecondLook } from './app/second-look.js';
import { SendDigest } from './app/send-digest.js';
import { SendMail } from './app/send-mail.js';
import { SettingsReader } from './app/settings.reader.js';
import { StopAddress } from './app/stop-address.js';
import { StopLinks } from './app/stop-links.js';
import { SortNotices } from './app/sort-notices.js';
import { TellUnread } from './app/tell-unread.js';
import { UnpushedNotices } from './app/unpushed-notices.js';
import { MailEntity } from './data/mail.entity.js';
import { MailRepository } from './data/mail.repository.js';
import { NoticeAnswerEntity } from './data/notice-answer.entity.js';
import { NoticeEventEntity } from './data/notice-event.entity.js';
import { NoticeEntity } from './data/notice.entity.js';
import { NoticeRepository } from './data/notice.repository.js';
import { NotificationSettingsEntity } from './data/notification-settings.entity.js';
import { PushDeviceEntity } from './data/push-device.entity.js';
import { PushDeviceRepository } from './data/push-device.repository.js';
import { ReturnedMailEntity } from './data/returned-mail.entity.js';
import { ReturnedMailRepository } from './data/returned-mail.repository.js';
import { OpenLineEntity } from './data/open-line.entity.js';
import { OpenLineRepository } from './data/open-line.repository.js';
import { UnreadNoticeRepository } from './data/unread-notice.repository.js';
import { SettingsRepository } from './data/settings.repository.js';
import { StoppedAddressEntity } from './data/stopped-address.entity.js';
import { StoppedAddressRepository } from './data/stopped-address.repository.js';
import { ToldRepository } from './data/told.repository.js';

const VERBS = [
  ChooseSettings,
  DeliverNotices,
  ForgetPerson,
  ReadNotices,
  SendDigest,
  SendMail,
  SortNotices,
  StopAddress,
  TakeMail,
  OpenLines,
  PushDevices,
  SendPush,
  TellUnread,
  UnpushedNotices,
];
const READERS = [CapturedMailsReader, NoticesReader, SettingsReader, StopLinks];

/** Notices in the app and mail, from the events of every feature; no transport. */
@Module({
  imports: [
    featureEntities([
      NoticeEntity,
      NoticeEventEntity,
      NoticeAnswerEntity,
      MailEntity,
      NotificationSettingsEntity,
      StoppedAddressEntity,
      OpenLineEntity,
      ReturnedMailEntity,
      PushDeviceEntity,
    ]),
    MailModule,
    PushModule,
    IdentityModule,
    OrganizationsModule,
    ProjectsModule,
    ProposalsModule,
    OpportunitiesModule,
    ConsultingModule,
    CallsModule,
    MessagingModule,
    DirectoryModule,
    EngagementsModule,
  ],
  providers: [
    NoticeRepository,
    MailRepository,
    ToldRepository,
    NotificationsData,
    MergeNotices,
    ResolveRecipients,
    ObjectTitles,
    WorkingTitles,
    NoticeValues,
    PrepareMails,
    MailLinks,
    MailAddresses,
    PostReply,
    ReturnedMailRepository,
    MailEnvelopes,
    SecondLook,
    DigestReader,
    SettingsRepository,
    StoppedAddressRepository,
    OpenLineRepository,
    PushDeviceRepository,
    PlanPushes,
    UnreadNoticeRepository,
    { provide: MailPace, useValue: new MailPace() },
    ...VERBS,
    ...READERS,
  ],
  exports: [...VERBS, ...READERS],
})
export class NotificationsModule {}
