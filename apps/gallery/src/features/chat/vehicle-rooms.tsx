"use client";

import { Card } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { usePermission } from "../session/session-provider";
import { RoomRow } from "./room-row";

const SHOWN = 10;

/** On the page of an own vehicle: who writes about it. Nothing while nobody does. */
export function VehicleRooms({ vehicleId }: { vehicleId: string }) {
  const t = useTranslations("chat");
  const { chat } = useTRPC();
  const enabled = usePermission("chat:read");
  const { data } = useQuery(chat.rooms.queryOptions({ vehicleId, limit: SHOWN }, { enabled }));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Card title={t("aboutVehicle")} padding="flush">
      <ul className="flex flex-col px-2 pb-2">
        {data.items.map((room) => (
          <li key={room.roomId}>
            <RoomRow room={room} current={false} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
