"use client";

import { DEAL_DOCUMENT_TYPES } from "@oto/domain";
import type { ButtonProps } from "@oto/ui";
import { Button } from "@oto/ui";
import { useRef } from "react";

interface DocumentInputProps extends Pick<ButtonProps, "variant" | "size" | "icon" | "className"> {
  /** Names the field for whoever hears the page. */
  label: string;
  /** What the button says. */
  text: string;
  disabled: boolean;
  onPick: (file: File) => void;
}

/** A button that asks for a PDF or a photo; a phone offers its camera. */
export function DocumentInput({ label, onPick, text, ...button }: DocumentInputProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={DEAL_DOCUMENT_TYPES.join(",")}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onPick(file);
          event.target.value = "";
        }}
      />
      <Button {...button} aria-label={label} onClick={() => input.current?.click()}>
        {text}
      </Button>
    </>
  );
}
