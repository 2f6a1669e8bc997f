import { NoRoom } from "../../../features/chat/no-room";

export default function Page() {
  return <NoRoom />;
}
