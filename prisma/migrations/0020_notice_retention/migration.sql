-- Notices that are over go after a time (PRODUCT.md section 12); what somebody was reminded of stands in "reminder".
CREATE INDEX "notice_doneAt_idx" ON "notice"("doneAt");
CREATE POLICY wipe ON notice FOR DELETE TO portal_system USING ("doneAt" IS NOT NULL);
GRANT DELETE ON notice TO portal_system;
