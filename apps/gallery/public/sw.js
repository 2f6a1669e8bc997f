// Shows what the platform pushes, also while no page is open. Nothing is cached here.
const FALLBACK = { title: "Kontak", body: "", url: "/" };

/** What a push says; a push without words still has to be shown. */
function read(event) {
  try {
    return { ...FALLBACK, ...event.data.json() };
  } catch {
    return FALLBACK;
  }
}

/** Paths of this app only: a message can lead nowhere else. */
function pathOf(url) {
  const target = new URL(typeof url === "string" ? url : "/", self.location.origin);
  return target.origin === self.location.origin ? target.href : self.location.origin;
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  const { body, tag, title, url } = read(event);
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      // A message that arrives twice replaces itself.
      ...(tag ? { tag } : {}),
      icon: "/icon-192.png",
      badge: "/icon-192.png",
      data: { url: pathOf(url) },
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const url = event.notification.data?.url ?? self.location.origin;
  event.waitUntil(
    (async () => {
      const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
      const client = open.find((each) => "focus" in each);
      if (!client) return self.clients.openWindow(url);
      await client.focus();
      return client.navigate(url).catch(() => self.clients.openWindow(url));
    })(),
  );
});
