"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DragEvent, ReactNode } from "react";
import { useState } from "react";

interface FileDropZoneProps {
  onFiles: (files: readonly File[]) => void;
  disabled: boolean;
  children: ReactNode;
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");

/** Takes files that are dropped anywhere on a conversation. */
export function FileDropZone({ onFiles, disabled, children }: FileDropZoneProps) {
  const t = useTranslations("chat");
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way more; the button beside the line is the other
    <div
      className="relative h-full min-h-0"
      onDragOver={(event) => {
        if (disabled || !hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (disabled || !hasFiles(event)) return;
        event.preventDefault();
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over ? (
        <div className="pointer-events-none absolute inset-2 z-20 grid place-items-center rounded-card border-2 border-brand border-dashed bg-brand-soft/90 text-brand-strong">
          <p className="flex items-center gap-2 font-medium">
            <FileUp aria-hidden="true" className="size-5" />
            {t("dropHere")}
          </p>
        </div>
      ) : null}
    </div>
  );
}
