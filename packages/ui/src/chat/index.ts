export { type BubblePosition, type BubbleSide, ChatBubble } from "./chat-bubble";
export { ChatComposer } from "./chat-composer";
export { ChatDivider } from "./chat-divider";
export { DeliveryMark, type DeliveryState } from "./delivery-mark";
export { EmojiGrid, type EmojiGroup } from "./emoji-grid";
export { FileTile, type FileTileState } from "./file-tile";
export { MessageList, type MessageListHandle } from "./message-list";
export { SystemLine } from "./system-line";
export { TypingIndicator } from "./typing-indicator";
