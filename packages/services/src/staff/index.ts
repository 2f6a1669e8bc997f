export { forgetInvitationToken, sendInvitation } from "./invitation-delivery.service";
export { inviteStaff, resendInvitation, revokeInvitation } from "./invite.service";
export { joinAsNew, joinWithAccount, readInvitation } from "./join.service";
export {
  platformRoleInput,
  platformUserIdInput,
  platformUserInput,
} from "./platform-users.input";
export {
  createPlatformUser,
  listPlatformUsers,
  type PlatformUsersView,
  type PlatformUserView,
  resetSecondFactor,
  setPlatformRole,
} from "./platform-users.service";
export {
  changeRoleInput,
  handOverInput,
  invitationIdInput,
  invitationTokenInput,
  inviteInput,
  joinAsNewInput,
  joinWithAccountInput,
  memberIdInput,
} from "./staff.input";
export type { InvitationOfferView, InvitationView, MemberView, TeamView } from "./staff.views";
export { changeRole, handOver, listTeam, removeMember } from "./team.service";
