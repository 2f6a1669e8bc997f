"use client";

import { IconButton } from "@oto/ui";
import { CarFront, Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { usePermission } from "../session/session-provider";
import { EmojiButton } from "./emoji-button";
import { FILE_ACCEPT } from "./model/file-limits";
import { VehiclePicker } from "./vehicle-picker";

interface ComposerToolsProps {
  onFiles: (files: readonly File[]) => void;
  onEmoji: (sign: string) => void;
  onVehicle: (vehicle: { vehicleId: string; title: string }) => void;
}

/** What can go with words, or instead of them. */
export function ComposerTools({ onFiles, onEmoji, onVehicle }: ComposerToolsProps) {
  const t = useTranslations("chat");
  const mayReadStock = usePermission("inventory:read");
  const input = useRef<HTMLInputElement>(null);
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={FILE_ACCEPT}
        aria-label={t("attach")}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = "";
        }}
      />
      <IconButton
        label={t("attach")}
        icon={<Paperclip aria-hidden="true" className="size-5" />}
        onClick={() => input.current?.click()}
      />
      {mayReadStock ? (
        <IconButton
          label={t("vehicle")}
          icon={<CarFront aria-hidden="true" className="size-5" />}
          onClick={() => setChoosing(true)}
        />
      ) : null}
      <span className="max-sm:hidden">
        <EmojiButton onPick={onEmoji} />
      </span>
      <VehiclePicker
        open={choosing}
        onOpenChange={setChoosing}
        onPick={(vehicle) => {
          setChoosing(false);
          onVehicle(vehicle);
        }}
      />
    </>
  );
}
