/**
 * Who reaches what, one line per operation of the API: the access matrix is generated from these lines and
 * docs/openapi.json, and an operation without a line fails. Lines say what ought to be; nothing here is read from
 * the product.
 */
export interface Line {
  /** Name of the planted row, owned by one organization, that stands for the ids in the path. */
  readonly row?: string;
  /** Whose row it is: any colleague's of the organization, or one person's. */
  readonly side: 'organization' | 'person' | 'nobody';
  /** Who else reaches it: nobody, the secretariat, every member of the network, or everybody. */
  readonly others: 'nobody' | 'staff' | 'members' | 'everybody';
  /** Viewers may do this although it is no GET. */
  readonly viewerWrites: boolean;
  /** Needs no organization: everybody who is signed in may call it. */
  readonly account: boolean;
}

type Options = Partial<Pick<Line, 'viewerWrites' | 'account'>>;

const line = (row: string | undefined, changes: Partial<Line>): Line => ({
  ...(row !== undefined && { row }),
  side: 'organization',
  others: 'nobody',
  viewerWrites: false,
  account: false,
  ...changes,
});

/** A row of one organization, which nobody else reaches. */
const own = (row: string, options: Options = {}): Line => line(row, options);
/** … and the secretariat. */
const staff = (row: string, options: Options = {}): Line => line(row, { others: 'staff', ...options });
/** … and every active member of the network, to read; writing stays with its own people and the secretariat. */
const members = (row: string, options: Options = {}): Line => line(row, { others: 'members', ...options });
/** A row of one person. */
const personal = (row: string, options: Partial<Line> = {}): Line =>
  line(row, { side: 'person', account: true, viewerWrites: true, ...options });
/** A row of one person who acts for an organization: no business of colleagues. */
const participants = (row: string, options: Options = {}): Line => line(row, { side: 'person', ...options });
/** A row that the owners of its organization keep: no business of their colleagues. */
const owners = (row: string, options: Options = {}): Line => line(row, { side: 'person', ...options });
/** For the desk of the secretariat; no business of those it is about. */
const desk = (row: string, others: Line['others'] = 'staff'): Line => line(row, { side: 'nobody', others });
/** No id; acts for an organization. */
const ORGANIZATION = line(undefined, {});
/** No id; acts for the signed-in person. */
const ACCOUNT = line(undefined, { account: true, viewerWrites: true });
/** No id; nobody needs to sign in. */
const OPEN = line(undefined, { others: 'everybody' });

export const ACCESS_ROWS: Readonly<Record<string, Line>> = {
  startApplication: ACCOUNT,
  listApplications: ORGANIZATION,
  readApplication: own('application'),
  editApplication: own('application'),
  submitApplication: own('application'),
  withdrawApplication: own('application'),
  answerApplicationQuestion: own('application'),
  appealApplication: own('application'),
  nameRecommender: own('application'),
  readAdmissionQueues: ORGANIZATION,
  listReasonTemplates: desk('sent-application'),
  decideApplication: desk('sent-application'),
  assignReviewer: desk('sent-application'),
  undoDecision: desk('application-decision', 'nobody'),
  listOwnReviews: ORGANIZATION,
  readOwnReview: participants('application-review'),
  submitReview: participants('application-review'),
  declineReview: participants('application-review'),
  listRecommendations: ORGANIZATION,
  readRecommendation: own('recommendation'),
  giveRecommendation: own('recommendation'),
  declineRecommendation: own('recommendation'),
  revokeRecommendation: own('recommendation'),
  listOrganizationRecommendations: members('organization'),
  confirmEmail: OPEN,
  login: OPEN,
  logout: ACCOUNT,
  refresh: OPEN,
  register: OPEN,
  finishLogin: OPEN,
  askSecondFactorPasskey: OPEN,
  askSignInPasskey: OPEN,
  loginWithPasskey: OPEN,
  requestPasswordReset: OPEN,
  resetPassword: OPEN,
  confirmEmailChange: OPEN,
  readAccountSecurity: ACCOUNT,
  changePassword: ACCOUNT,
  requestEmailChange: ACCOUNT,
  proveByPassword: ACCOUNT,
  askProofPasskey: ACCOUNT,
  proveByPasskey: ACCOUNT,
  requestErasure: ACCOUNT,
  cancelErasure: ACCOUNT,
  listSessions: ACCOUNT,
  endOtherSessions: ACCOUNT,
  endSession: personal('session'),
  setUpTotp: ACCOUNT,
  confirmTotp: ACCOUNT,
  removeTotp: ACCOUNT,
  renewRecoveryCodes: ACCOUNT,
  listPasskeys: ACCOUNT,
  offerPasskey: ACCOUNT,
  addPasskey: ACCOUNT,
  renamePasskey: personal('passkey'),
  removePasskey: personal('passkey'),
  requestDataExport: ACCOUNT,
  listDataExports: ACCOUNT,
  readDataExport: personal('data-export'),
  downloadDataExport: personal('data-export'),
  listCapturedMails: ACCOUNT,
  readCapturedMail: personal('mail', { others: 'staff' }),
  createConsultingRequest: ORGANIZATION,
  listConsultingRequests: ORGANIZATION,
  readConsultingRequest: own('consulting-request'),
  editConsultingRequest: own('consulting-request'),
  submitConsultingRequest: own('consulting-request'),
  listConversations: ORGANIZATION,
  readConversation: participants('conversation'),
  listMessages: participants('conversation'),
  postMessage: participants('conversation'),
  markConversationRead: participants('conversation', { viewerWrites: true }),
  searchDirectory: ORGANIZATION,
  suggestDirectory: ORGANIZATION,
  mapDirectory: ORGANIZATION,
  compareOrganizations: ORGANIZATION,
  exportDirectory: ORGANIZATION,
  readDirectoryConsent: ORGANIZATION,
  setDirectoryConsent: ORGANIZATION,
  createSavedSearch: ORGANIZATION,
  listSavedSearches: ORGANIZATION,
  readSavedSearch: participants('saved-search'),
  updateSavedSearch: participants('saved-search', { viewerWrites: true }),
  deleteSavedSearch: participants('saved-search', { viewerWrites: true }),
  restoreSavedSearch: participants('saved-search', { viewerWrites: true }),
  createShortlist: ORGANIZATION,
  listShortlists: ORGANIZATION,
  readShortlist: own('shortlist'),
  updateShortlist: own('shortlist'),
  deleteShortlist: own('shortlist'),
  putShortlistEntry: own('shortlist'),
  removeShortlistEntry: own('shortlist'),
  listCountries: ACCOUNT,
  readFileLimits: ORGANIZATION,
  beginUpload: ORGANIZATION,
  readUpload: participants('upload'),
  continueUpload: participants('upload'),
  discardUpload: participants('upload'),
  readFile: participants('file'),
  /** Lets in whoever holds a link, which nobody is given here. */
  readFileContent: line('file', { others: 'everybody' }),
  listInterests: ORGANIZATION,
  readInterest: own('interest'),
  acceptInterest: own('interest'),
  declineInterest: own('interest'),
  withdrawInterest: own('interest'),
  listMatches: ORGANIZATION,
  readMatch: staff('match'),
  dismissMatch: own('match'),
  restoreMatch: own('match'),
  readWhyNotHigher: staff('match'),
  listMatchProspects: ORGANIZATION,
  readMarketHealth: ORGANIZATION,
  sendInterest: own('match'),
  readMe: ACCOUNT,
  readFirstRun: ACCOUNT,
  keepFirstRun: ACCOUNT,
  finishFirstRun: ACCOUNT,
  updateMe: ACCOUNT,
  listNotices: ACCOUNT,
  readAllNotices: ACCOUNT,
  countUnreadNotices: ACCOUNT,
  readNotice: personal('notice'),
  createOpportunity: ORGANIZATION,
  listOpportunities: ORGANIZATION,
  readOpportunity: own('opportunity'),
  editOpportunity: own('opportunity'),
  closeOpportunity: own('opportunity'),
  publishOpportunity: own('opportunity'),
  listOrganizations: ORGANIZATION,
  readOrganization: members('organization'),
  updateOrganization: staff('organization'),
  listOrganizationMembers: staff('organization'),
  changeOrganizationMember: owners('seat'),
  removeOrganizationMember: owners('seat'),
  leaveOrganization: own('organization', { viewerWrites: true }),
  closeOrganization: owners('organization'),
  listOrganizationDuplicates: desk('organization'),
  mergeOrganization: desk('organization'),
  offerOwnership: owners('organization'),
  acceptOwnership: own('organization', { viewerWrites: true }),
  declineOwnership: own('organization', { viewerWrites: true }),
  withdrawOwnershipOffer: owners('organization'),
  listOrganizationInvitations: owners('organization'),
  inviteMember: owners('organization'),
  resendInvitation: owners('invitation'),
  revokeInvitation: owners('invitation'),
  listInvitations: ACCOUNT,
  lookUpInvitation: OPEN,
  registerByInvitation: OPEN,
  acceptInvitation: personal('received-invitation'),
  declineInvitation: personal('received-invitation'),
  readProfile: members('organization'),
  saveProfile: own('organization'),
  editProfile: own('organization'),
  translateProfile: own('organization'),
  confirmProfile: own('organization'),
  readProfileNextStep: own('organization'),
  listProfileEntries: members('organization'),
  addProfileEntry: own('organization'),
  editProfileEntry: own('profile-entry'),
  translateProfileEntry: own('profile-entry'),
  confirmProfileEntry: own('profile-entry'),
  moveProfileEntry: own('profile-entry'),
  removeProfileEntry: own('profile-entry'),
  createProposal: ORGANIZATION,
  listProposals: ORGANIZATION,
  readProposal: own('proposal'),
  editProposal: own('proposal'),
  submitProposal: own('proposal'),
  listProposalVersions: own('proposal'),
  readProposalVersion: own('proposal'),
  withdrawProposal: own('proposal'),
  readTaxonomy: ACCOUNT,
  applyForMembership: ORGANIZATION,
  listMemberships: ORGANIZATION,
  readMembership: staff('membership'),
  withdrawMembership: own('membership'),
  putMembershipToVote: line('membership', { side: 'nobody', others: 'staff' }),
  rejectMembership: line('membership', { side: 'nobody', others: 'staff' }),
  receiveMembershipFee: line('membership', { side: 'nobody', others: 'staff' }),
  recordRatification: line('membership', { side: 'nobody', others: 'staff' }),
  // The applicant learns the result, never the electorate.
  listVotes: ORGANIZATION,
  readVote: line('vote', { side: 'nobody', others: 'staff' }),
  castBallot: line('vote', { side: 'nobody', others: 'staff' }),
  readMinutes: line('vote', { side: 'nobody', others: 'staff' }),
  exportMinutes: line('vote', { side: 'nobody', others: 'staff' }),
  listExcomSeats: ORGANIZATION,
  assignExcomSeat: ORGANIZATION,
  endExcomSeat: line('excom-seat', { side: 'nobody', others: 'staff' }),
  readParticipation: ORGANIZATION,
  confirmParticipation: ORGANIZATION,
  listParticipations: ORGANIZATION,
  listUnenteredMembers: ORGANIZATION,
  enterMembership: ORGANIZATION,
};
