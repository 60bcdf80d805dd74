-- What waits to be sent in a conversation, however much was sent there before.
CREATE INDEX "outbox_to_send" ON "outbox"("conversation", "seq") WHERE (state = 'waiting'::text);
