export { type BubblePosition, type BubbleSide, ChatBubble } from "./chat-bubble";
export { ChatComposer } from "./chat-composer";
export { ChatDivider } from "./chat-divider";
export { type ConversationRow, toConversationRows } from "./conversation-rows";
export { DeliveryMark, type DeliveryState } from "./delivery-mark";
export { EmojiGrid, type EmojiGroup } from "./emoji-grid";
export { FileTile, type FileTileState } from "./file-tile";
export { MessageList, type MessageListHandle } from "./message-list";
export { MessageWords } from "./message-words";
export type { Numbered } from "./numbered";
export {
  type HistoryAnswer,
  type HistoryQuestion,
  RoomTimeline,
  type TimelineView,
} from "./room-timeline";
export { SystemLine } from "./system-line";
export { partsOfText } from "./text-parts";
export { TypingIndicator } from "./typing-indicator";
