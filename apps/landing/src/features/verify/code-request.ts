"use client";

import type { OtpPurpose } from "@oto/domain";
import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../../trpc";

/** A code on its way: where to, and its clocks (ISO instants). */
export interface SentCode {
  phone: string;
  expiresAt: string;
  resendAt: string;
}

/** Sends a code to a phone of any spelling. */
export function useCodeRequest(purpose: OtpPurpose, onSent: (sent: SentCode) => void) {
  const trpc = useTRPC();
  const request = useMutation(
    trpc.auth.requestOtp.mutationOptions({
      onSuccess: (sent, { phone }) => onSent({ ...sent, phone }),
    }),
  );
  return { ...request, send: (phone: string) => request.mutate({ phone, purpose }) };
}
