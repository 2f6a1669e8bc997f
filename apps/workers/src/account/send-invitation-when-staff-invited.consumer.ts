import { forgetInvitationToken, sendInvitation } from "@oto/services/staff";
import { defineConsumer } from "../runtime/define-consumer";

const id = "send-invitation-when-staff-invited";

export const sendInvitationWhenStaffInvited = defineConsumer({
  id,
  prepare: (platform, { payload, eventId }) =>
    sendInvitation(platform, {
      invitationId: payload.invitationId,
      idempotencyKey: `${id}:${eventId}`,
    }),
  handle: (_platform, tx, { payload }) => forgetInvitationToken(tx, payload),
});
