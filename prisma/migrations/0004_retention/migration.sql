-- What is kept for a time only is found by its age (PRODUCT.md section 12).
CREATE INDEX "conversation_updatedAt_idx" ON "conversation"("updatedAt");
CREATE INDEX "inbox_doneAt_idx" ON "inbox"("doneAt");
CREATE INDEX "mail_createdAt_idx" ON "mail"("createdAt");
CREATE INDEX "operation_result_createdAt_idx" ON "operation_result"("createdAt");
CREATE INDEX "outbox_createdAt_idx" ON "outbox"("createdAt");
CREATE INDEX "press_createdAt_idx" ON "press"("createdAt");
CREATE INDEX "stored_file_createdAt_idx" ON "stored_file"("createdAt");
CREATE POLICY wipe ON operation_result FOR DELETE TO portal_system USING (true);
GRANT DELETE ON operation_result TO portal_system;
