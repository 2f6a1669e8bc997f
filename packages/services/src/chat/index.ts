export * from "./chat.input";
export type * from "./chat.views";
export { type FollowedChatEvent, followChat } from "./follow-chat.service";
export { chatHistory } from "./history.service";
export { openRoom } from "./open-room.service";
export { chatCounts, markRoomRead, muteRoom } from "./read-state.service";
export { getRoom, listRooms } from "./rooms.service";
export { sendMessage } from "./send.service";
