import { forgetLinkToken, sendLink } from "@oto/services/auth";
import { defineConsumer } from "../runtime/define-consumer";

const id = "send-link-when-email-requested";

export const sendLinkWhenEmailRequested = defineConsumer({
  id,
  prepare: (platform, { payload, eventId }) =>
    sendLink(platform, {
      emailTokenId: payload.emailTokenId,
      idempotencyKey: `${id}:${eventId}`,
    }),
  handle: (_platform, tx, { payload }) => forgetLinkToken(tx, payload.emailTokenId),
});
