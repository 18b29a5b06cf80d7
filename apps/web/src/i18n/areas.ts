import type account from './en/account.json';
import type admission from './en/admission.json';
import type calls from './en/calls.json';
import type compareVersions from './en/compare-versions.json';
import type consulting from './en/consulting.json';
import type consultingWay from './en/consulting-way.json';
import type dossier from './en/dossier.json';
import type engagements from './en/engagements.json';
import type files from './en/files.json';
import type directory from './en/directory.json';
import type first from './en/first.json';
import type firstRun from './en/first-run.json';
import type forms from './en/forms.json';
import type mail from './en/mail.json';
import type map from './en/map.json';
import type matches from './en/matches.json';
import type matchingDesk from './en/matching-desk.json';
import type members from './en/members.json';
import type membership from './en/membership.json';
import type merger from './en/merger.json';
import type messages from './en/messages.json';
import type missing from './en/missing.json';
import type notices from './en/notices.json';
import type notificationSettings from './en/notification-settings.json';
import type opportunities from './en/opportunities.json';
import type organizations from './en/organizations.json';
import type profile from './en/profile.json';
import type palette from './en/palette.json';
import type projects from './en/projects.json';
import type proposals from './en/proposals.json';
import type reviews from './en/reviews.json';
import type rooms from './en/rooms.json';
import type security from './en/security.json';
import type settings from './en/settings.json';
import type signIn from './en/sign-in.json';
import type writing from './en/writing.json';

/**
 * Every message of the source language: one catalog per area, `<locale>/<area>.json`. `first` holds what the
 * frame and the home screen show; all others come with the first screen beyond it.
 */
export type Source = typeof account &
  typeof admission &
  typeof calls &
  typeof compareVersions &
  typeof consulting &
  typeof consultingWay &
  typeof dossier &
  typeof engagements &
  typeof files &
  typeof directory &
  typeof first &
  typeof firstRun &
  typeof forms &
  typeof mail &
  typeof map &
  typeof matches &
  typeof matchingDesk &
  typeof members &
  typeof membership &
  typeof merger &
  typeof messages &
  typeof missing &
  typeof notices &
  typeof notificationSettings &
  typeof opportunities &
  typeof organizations &
  typeof profile &
  typeof palette &
  typeof projects &
  typeof proposals &
  typeof rooms &
  typeof reviews &
  typeof security &
  typeof settings &
  typeof signIn &
  typeof writing;
