"use client";

import type { ButtonVariant } from "@oto/ui";
import { Badge, Button } from "@oto/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { MessageCircle } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { usePermission } from "../session/session-provider";

interface WriteButtonProps {
  /** What is talked about: a vehicle of somebody's, a negotiation, or a gallery at large. */
  about: { vehicleId: string } | { offerId: string } | { galleryId: string };
  /** Where messages of this subject would be, to show how many of them are new. */
  room?: { vehicleId: string; galleryId: string } | undefined;
  variant?: ButtonVariant | undefined;
  className?: string | undefined;
}

/** Leads into the conversation about something; opens it when there is none yet. */
export function WriteButton({ about, room, variant = "secondary", className }: WriteButtonProps) {
  const t = useTranslations("chat");
  const { chat } = useTRPC();
  const router = useRouter();
  const mayRead = usePermission("chat:read");
  const maySend = usePermission("chat:send");
  const showError = useErrorToast();
  const { data } = useQuery(
    chat.rooms.queryOptions(
      { vehicleId: room?.vehicleId ?? "", limit: 50 },
      { enabled: mayRead && room !== undefined },
    ),
  );
  const unread =
    data?.items.find(({ counterpart }) => counterpart.galleryId === room?.galleryId)?.unread ?? 0;
  const open = useMutation(
    chat.openRoom.mutationOptions({
      onSuccess: ({ roomId }) => router.push(`/mesajlar/${roomId}`),
      onError: showError,
    }),
  );
  if (!mayRead || !maySend) return null;
  return (
    <Button
      variant={variant}
      className={className}
      loading={open.isPending}
      icon={<MessageCircle aria-hidden="true" />}
      onClick={() => open.mutate(about)}
      iconEnd={
        unread > 0 ? (
          <Badge tone="accent" variant="solid">
            <span aria-hidden="true">{unread}</span>
            <span className="sr-only">{t("unread", { count: unread })}</span>
          </Badge>
        ) : undefined
      }
    >
      {t("write")}
    </Button>
  );
}
