export {
  type ChatFeedInput,
  chatFeedInput,
  type HistoryInput,
  historyInput,
  type MarkReadInput,
  markReadInput,
  type OpenRoomInput,
  openRoomInput,
  type RoomInput,
  type RoomListInput,
  roomInput,
  roomListInput,
  type SendInput,
  sendInput,
} from "./chat.input";
export type * from "./chat.views";
