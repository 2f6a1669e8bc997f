"use client";

import { Camera, ImagePlus } from "lucide-react";
import type { ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { Button } from "../button/button";
import { cn } from "../foundation/cn";

interface FileDropProps {
  onFiles: (files: File[]) => void;
  labels: {
    /** "Drop photos here" */
    title: string;
    /** What may come: kinds, size, how many. */
    hint: ReactNode;
    browse: string;
    /** With `camera`: takes a picture on the spot. */
    camera: string;
  };
  /** The `accept` of a file input: `image/*`, `.csv`. */
  accept: string;
  multiple?: boolean | undefined;
  camera?: boolean | undefined;
  /** Takes files pasted anywhere on the page; default yes. */
  paste?: boolean | undefined;
  disabled?: boolean | undefined;
  /** A low bar, for when there are files already. */
  compact?: boolean | undefined;
  className?: string | undefined;
}

/** Where files come in: dropped, pasted, picked, or from the camera. It judges none of them. */
export function FileDrop({
  onFiles,
  labels,
  accept,
  multiple = true,
  camera = false,
  paste = true,
  disabled = false,
  compact = false,
  className,
}: FileDropProps) {
  const [over, setOver] = useState(false);
  const browse = useRef<HTMLInputElement>(null);
  const shoot = useRef<HTMLInputElement>(null);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  const give = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !disabled) {
      onFiles(multiple ? files : files.slice(0, 1));
    }
  };
  useEffect(() => {
    if (!paste || disabled) {
      return;
    }
    const take = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) {
        latest.current(files);
      }
    };
    document.addEventListener("paste", take);
    return () => document.removeEventListener("paste", take);
  }, [paste, disabled]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way; the buttons inside are the accessible one
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) {
          setOver(false);
        }
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        give(event.dataTransfer.files);
      }}
      className={cn(
        "flex items-center justify-center gap-x-5 gap-y-3 rounded-card border-2 border-dashed bg-surface text-center transition-colors",
        compact ? "flex-wrap px-4 py-3 sm:justify-between sm:text-left" : "flex-col px-6 py-10",
        over ? "border-brand bg-brand-soft" : "border-control/70",
        disabled && "opacity-50",
        className,
      )}
    >
      <div className={cn("flex items-center gap-3", !compact && "flex-col")}>
        <span
          className={cn(
            "grid place-items-center rounded-[1rem] bg-brand-soft text-brand-strong",
            compact ? "size-10" : "size-14",
          )}
        >
          <ImagePlus aria-hidden="true" className={compact ? "size-5" : "size-7"} />
        </span>
        <div>
          <p className="font-medium text-ink">{labels.title}</p>
          <p className="text-ink-muted text-sm">{labels.hint}</p>
        </div>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        <Button
          variant={compact ? "secondary" : "primary"}
          disabled={disabled}
          onClick={() => browse.current?.click()}
        >
          {labels.browse}
        </Button>
        {camera ? (
          <Button
            variant="secondary"
            disabled={disabled}
            className="hidden pointer-coarse:inline-flex"
            icon={<Camera aria-hidden="true" />}
            onClick={() => shoot.current?.click()}
          >
            {labels.camera}
          </Button>
        ) : null}
      </div>
      <input
        ref={browse}
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        aria-label={labels.browse}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          give(event.target.files);
          event.target.value = "";
        }}
      />
      {camera ? (
        <input
          ref={shoot}
          type="file"
          accept={accept}
          capture="environment"
          disabled={disabled}
          aria-label={labels.camera}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            give(event.target.files);
            event.target.value = "";
          }}
        />
      ) : null}
    </div>
  );
}
