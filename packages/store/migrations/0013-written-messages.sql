-- 0013 compatible: what a message was made of, so that it can be opened again.

-- JSON, an object of strings, which nobody searches. As text: jsonb refuses halves of characters, which people can type.
ALTER TABLE messages ADD COLUMN written text;
