-- What lists of rooms and messages would otherwise look up row by row: names of both sides as of the
-- room's creation, folded words to find a room by, and how many files a message has.
ALTER TABLE chat_room
  ADD COLUMN gallery_name TEXT NOT NULL DEFAULT '',
  ADD COLUMN peer_name TEXT NOT NULL DEFAULT '',
  ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
ALTER TABLE chat_message ADD COLUMN attachments INTEGER NOT NULL DEFAULT 0;
