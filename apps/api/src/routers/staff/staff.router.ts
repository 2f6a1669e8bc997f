import {
  changeRole,
  changeRoleInput,
  handOver,
  handOverInput,
  invitationIdInput,
  invitationTokenInput,
  inviteInput,
  inviteStaff,
  joinAsNew,
  joinAsNewInput,
  joinWithAccount,
  joinWithAccountInput,
  listTeam,
  memberIdInput,
  readInvitation,
  removeMember,
  resendInvitation,
  revokeInvitation,
} from "@oto/services/staff";
import { galleryProcedure, publicProcedure, router } from "../../trpc/procedures";

/** Who works in a gallery, and how people come into its team. */
export const staffRouter = router({
  list: galleryProcedure("staff:read").query(({ ctx }) => listTeam(ctx)),
  invite: galleryProcedure("staff:manage")
    .input(inviteInput)
    .mutation(({ ctx, input }) => inviteStaff(ctx, input)),
  resend: galleryProcedure("staff:manage")
    .input(invitationIdInput)
    .mutation(({ ctx, input }) => resendInvitation(ctx, input)),
  revoke: galleryProcedure("staff:manage")
    .input(invitationIdInput)
    .mutation(({ ctx, input }) => revokeInvitation(ctx, input)),
  changeRole: galleryProcedure("staff:manage")
    .input(changeRoleInput)
    .mutation(({ ctx, input }) => changeRole(ctx, input)),
  remove: galleryProcedure("staff:manage")
    .input(memberIdInput)
    .mutation(({ ctx, input }) => removeMember(ctx, input)),
  handOver: galleryProcedure("staff:manage")
    .input(handOverInput)
    .mutation(({ ctx, input }) => handOver(ctx, input)),
  // The token goes in a body, never in a URL: addresses are logged.
  invitation: publicProcedure
    .input(invitationTokenInput)
    .mutation(({ ctx, input }) => readInvitation(ctx, input)),
  joinWithAccount: publicProcedure
    .input(joinWithAccountInput)
    .mutation(({ ctx, input }) => joinWithAccount(ctx, input)),
  joinAsNew: publicProcedure
    .input(joinAsNewInput)
    .mutation(({ ctx, input }) => joinAsNew(ctx, input)),
});
