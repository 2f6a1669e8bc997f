"use client";

import { SendHorizontal } from "lucide-react";
import type { ClipboardEvent, KeyboardEvent, ReactNode, Ref } from "react";
import { IconButton } from "../button/icon-button";
import { cn } from "../foundation/cn";

interface ChatComposerProps {
  value: string;
  onValueChange: (value: string) => void;
  onSend: () => void;
  /** Files that were pasted. */
  onFiles?: ((files: readonly File[]) => void) | undefined;
  /** Keys that the composer does not take itself (Escape, arrow up). */
  onKey?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined;
  label: string;
  placeholder: string;
  sendLabel: string;
  maxLength: number;
  /** Whether there is something to send. */
  sendable: boolean;
  disabled?: boolean | undefined;
  /** Over the line: what is being edited, files on their way. */
  above?: ReactNode;
  /** Before the line: attach, emoji. */
  tools?: ReactNode;
  textRef?: Ref<HTMLTextAreaElement> | undefined;
}

/**
 * Where a message is written. On a keyboard Enter sends and Shift+Enter breaks the line; under a
 * thumb the button sends and Enter breaks it.
 */
export function ChatComposer({
  value,
  onValueChange,
  onSend,
  onFiles,
  onKey,
  label,
  placeholder,
  sendLabel,
  maxLength,
  sendable,
  disabled = false,
  above,
  tools,
  textRef,
}: ChatComposerProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const thumb = window.matchMedia("(pointer: coarse)").matches;
    // While a word is composed (Turkish circumflexes, other scripts), Enter belongs to the word.
    const sends = event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing;
    if (sends && !thumb) {
      event.preventDefault();
      if (sendable) onSend();
      return;
    }
    onKey?.(event);
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0 || onFiles === undefined) return;
    event.preventDefault();
    onFiles(files);
  };
  return (
    <form
      aria-label={label}
      className="border-t bg-surface"
      onSubmit={(event) => {
        event.preventDefault();
        if (sendable) onSend();
      }}
    >
      {above}
      <div className="flex items-end gap-1 px-2 py-2 sm:px-3">
        {tools}
        <textarea
          ref={textRef}
          rows={1}
          aria-label={label}
          placeholder={placeholder}
          maxLength={maxLength}
          disabled={disabled}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          className={cn(
            "field-sizing-content max-h-40 min-h-11 min-w-0 flex-1 resize-none rounded-control border border-control bg-canvas px-3 py-2.5 text-base text-ink placeholder:text-ink-subtle focus-visible:border-ring focus-visible:outline-none focus-visible:ring-3 focus-visible:ring-ring/30 disabled:cursor-not-allowed sm:text-[0.9375rem]",
          )}
        />
        <IconButton
          type="submit"
          variant="primary"
          label={sendLabel}
          disabled={!sendable || disabled}
          icon={<SendHorizontal aria-hidden="true" className="size-5" />}
        />
      </div>
    </form>
  );
}
