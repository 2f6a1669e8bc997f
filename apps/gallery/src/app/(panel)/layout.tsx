import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ChatProvider } from "../../features/chat/chat-provider";
import { LiveProvider } from "../../features/live/live-provider";
import { BulkRejectionsProvider } from "../../features/offers/bulk-rejections";
import { loadMe } from "../../features/session/load-me";
import { SessionProvider } from "../../features/session/session-provider";
import { AppFrame } from "../../features/shell/app-frame";
import { landingUrl } from "../../features/shell/landing-url";

/** The panel is for approved galleries; all others see how far their registration is. */
export default async function PanelLayout({ children }: { children: ReactNode }) {
  const me = await loadMe();
  if (me.gallery?.status !== "APPROVED") redirect("/durum");
  return (
    <SessionProvider me={me}>
      <LiveProvider>
        <ChatProvider landingHost={new URL(landingUrl(await getLocale())).host}>
          <BulkRejectionsProvider>
            <AppFrame>{children}</AppFrame>
          </BulkRejectionsProvider>
        </ChatProvider>
      </LiveProvider>
    </SessionProvider>
  );
}
