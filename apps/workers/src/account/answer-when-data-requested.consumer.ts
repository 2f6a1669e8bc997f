import { finishAnswer, prepareAnswer } from "@oto/services/kvkk";
import { defineConsumer } from "../runtime/define-consumer";

export const answerWhenDataRequested = defineConsumer({
  id: "answer-when-data-requested",
  prepare: (platform, { payload }) => prepareAnswer(platform, payload.requestId),
  handle: (platform, tx, { payload, prepared }) =>
    finishAnswer(platform, tx, { requestId: payload.requestId, answer: prepared }),
});
