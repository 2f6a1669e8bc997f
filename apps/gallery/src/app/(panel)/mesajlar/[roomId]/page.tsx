import { RoomPage } from "../../../../features/chat/room-page";

interface PageProps {
  params: Promise<{ roomId: string }>;
}

export default async function Page({ params }: PageProps) {
  const { roomId } = await params;
  return <RoomPage key={roomId} roomId={roomId} />;
}
