"use client";

import { IconButton, Input } from "@oto/ui";
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { MessageHits } from "./message-hits";

const SHORTEST = 2;

interface RoomSearchProps {
  roomId: string;
  onClose: () => void;
  /** Called with the number of the message. */
  onChoose: (seq: number) => void;
}

/** Looks for words in one conversation; a hit is shown in its place. */
export function RoomSearch({ roomId, onClose, onChoose }: RoomSearchProps) {
  const t = useTranslations("chat");
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim());
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <search className="border-b bg-surface">
      <div className="flex items-center gap-1 px-3 py-2">
        <div className="flex-1">
          <Input
            ref={input}
            type="search"
            aria-label={t("searchRoom")}
            placeholder={t("searchPlaceholder")}
            leading={<Search aria-hidden="true" />}
            maxLength={100}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") onClose();
            }}
          />
        </div>
        <IconButton
          label={t("searchClose")}
          icon={<X aria-hidden="true" className="size-5" />}
          onClick={onClose}
        />
      </div>
      {q.length >= SHORTEST ? (
        <div className="max-h-64 overflow-y-auto border-t">
          <MessageHits q={q} roomId={roomId} onChoose={(hit) => onChoose(hit.message.seq)} />
        </div>
      ) : null}
    </search>
  );
}
