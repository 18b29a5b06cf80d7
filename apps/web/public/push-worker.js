/* global clients, self */
// Shows what the server pushes, also while no page of TTN is open. It keeps nothing and answers no requests of
// pages: everything else is the pages' own business.
self.addEventListener('install', function () {
  self.skipWaiting();
});
self.addEventListener('activate', function (event) {
  event.waitUntil(clients.claim());
});

// `{title, body, path, tag, count}`. A row of the inbox replaces what was shown of it before.
self.addEventListener('push', function (event) {
  var told;
  try {
    told = event.data.json();
  } catch {
    return; // nothing of ours
  }
  event.waitUntil(
    self.registration.showNotification(String(told.title), {
      body: String(told.body),
      tag: String(told.tag),
      renotify: true,
      icon: '/favicon.svg',
      data: { path: String(told.path) },
    }),
  );
});

// Leads there in a window of TTN that is open, or in a new one.
self.addEventListener('notificationclick', function (event) {
  event.notification.close();
  var address = new URL(event.notification.data.path, self.location.origin);
  if (address.origin !== self.location.origin) return;
  event.waitUntil(
    clients.matchAll({ type: 'window' }).then(function (windows) {
      var open = windows[0];
      if (!open) return clients.openWindow(address.href);
      return open
        .focus()
        .then(function (focused) {
          return focused.navigate(address.href);
        })
        .catch(function () {
          // A window this worker does not lead, as one that was loaded past it.
          return clients.openWindow(address.href);
        });
    }),
  );
});
