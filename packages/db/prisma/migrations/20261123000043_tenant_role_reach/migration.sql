-- The tenant role reaches what its gallery's work needs, and no more: delivery, sent messages, the
-- search index and people's preferences are served by the system role.
REVOKE ALL ON bus_delivery, bus_instance, mailbox_message, notification_preference, search_drift,
  search_listing, search_rebuild, search_term, search_version FROM oto_app;
REVOKE USAGE, SELECT ON SEQUENCE search_change_seq FROM oto_app;
