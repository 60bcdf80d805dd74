
-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "externalId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "supportEmail" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval_limit" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "currency" CHAR(3) NOT NULL,
    "amount" DECIMAL(18,3) NOT NULL,

    CONSTRAINT "approval_limit_pkey" PRIMARY KEY ("accountId","currency")
);

-- CreateTable
CREATE TABLE "allowed_tenant" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "platform" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "trustsDirectory" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "allowed_tenant_pkey" PRIMARY KEY ("accountId","platform","tenantId")
);

-- CreateTable
CREATE TABLE "billing_profile" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "contactName" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL,
    "contactPhone" TEXT,
    "address" TEXT NOT NULL,
    "taxNumber" TEXT,

    CONSTRAINT "billing_profile_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "locale" TEXT,
    "timeZone" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_role" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "contactId" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "contact_role_pkey" PRIMARY KEY ("contactId","role")
);

-- CreateTable
CREATE TABLE "ordering_document" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "externalId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "issuedOn" DATE NOT NULL,
    "primaryEmail" TEXT NOT NULL,

    CONSTRAINT "ordering_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ordering_document_seat" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "documentId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "email" TEXT NOT NULL,

    CONSTRAINT "ordering_document_seat_pkey" PRIMARY KEY ("documentId","role","email")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" TEXT[],
    "state" TEXT NOT NULL,
    "inviterId" UUID NOT NULL,
    "deciderId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "tokenHash" TEXT,
    "tokenVersion" INTEGER NOT NULL DEFAULT 0,
    "expiresAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_request" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "contactId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "deciderId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "role_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "externalId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "purchaseOrder" TEXT,
    "type" TEXT NOT NULL,
    "issuedOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "net" DECIMAL(18,3) NOT NULL,
    "tax" DECIMAL(18,3) NOT NULL,
    "total" DECIMAL(18,3) NOT NULL,
    "credited" DECIMAL(18,3) NOT NULL DEFAULT 0,
    "adjusted" DECIMAL(18,3) NOT NULL DEFAULT 0,
    "paidLoaded" DECIMAL(18,3) NOT NULL DEFAULT 0,
    "paidHere" DECIMAL(18,3) NOT NULL DEFAULT 0,
    "leftToPay" DECIMAL(18,3) NOT NULL GENERATED ALWAYS AS ((((total - credited) - adjusted) - "paidLoaded") - "paidHere") STORED,
    "lastDigits" TEXT NOT NULL,
    "pdfName" TEXT,
    "pdf" BYTEA,

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_line" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "invoiceId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "product" TEXT NOT NULL,
    "quantity" DECIMAL(18,6) NOT NULL,
    "unitPrice" DECIMAL(18,6) NOT NULL,
    "amount" DECIMAL(18,3) NOT NULL,
    "periodFrom" DATE,
    "periodTo" DATE,
    "orderNumber" TEXT,

    CONSTRAINT "invoice_line_pkey" PRIMARY KEY ("invoiceId","position")
);

-- CreateTable
CREATE TABLE "invoice_settlement" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "invoiceId" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "paidOn" DATE NOT NULL,
    "amount" DECIMAL(18,3) NOT NULL,

    CONSTRAINT "invoice_settlement_pkey" PRIMARY KEY ("invoiceId","reference")
);

-- CreateTable
CREATE TABLE "payment_method" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "externalId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "brand" TEXT,
    "last4" CHAR(4) NOT NULL,
    "expMonth" INTEGER,
    "expYear" INTEGER,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "token" TEXT NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "payment_method_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "number" TEXT NOT NULL,
    "payerId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" DECIMAL(18,3) NOT NULL,
    "methodId" UUID,
    "reservationKey" TEXT NOT NULL,
    "deciderId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "reference" TEXT,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_allocation" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "paymentId" UUID NOT NULL,
    "invoiceId" UUID,
    "dueId" UUID,
    "amount" DECIMAL(18,3) NOT NULL,

    CONSTRAINT "payment_allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_attempt" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "paymentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "pageUrl" TEXT,
    "reference" TEXT,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "payment_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_due" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "externalId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" DECIMAL(18,3) NOT NULL,
    "orderId" UUID,
    "contractId" UUID,
    "methodId" UUID,
    "state" TEXT NOT NULL DEFAULT 'due',

    CONSTRAINT "payment_due_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "invoiceId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "externalId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "value" DECIMAL(18,3) NOT NULL,
    "autoRenew" BOOLEAN NOT NULL,
    "autoRenewSet" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_line" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "contractId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "product" TEXT NOT NULL,
    "quantity" DECIMAL(18,6) NOT NULL,
    "amount" DECIMAL(18,3) NOT NULL,

    CONSTRAINT "contract_line_pkey" PRIMARY KEY ("contractId","position")
);

-- CreateTable
CREATE TABLE "order" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "externalId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "orderedOn" DATE NOT NULL,
    "placedBy" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "total" DECIMAL(18,3) NOT NULL,
    "carrier" TEXT,
    "trackingNumber" TEXT,
    "expectedOn" DATE,

    CONSTRAINT "order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "orderId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "product" TEXT NOT NULL,
    "quantity" DECIMAL(18,6) NOT NULL,
    "amount" DECIMAL(18,3) NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("orderId","position")
);

-- CreateTable
CREATE TABLE "order_event" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "orderId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "order_event_pkey" PRIMARY KEY ("orderId","position")
);

-- CreateTable
CREATE TABLE "order_watch" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "orderId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_watch_pkey" PRIMARY KEY ("orderId","contactId")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "externalId" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "planId" UUID NOT NULL,
    "externalId" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "quantity" DECIMAL(18,6) NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scheduled_charge" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "subscriptionId" UUID NOT NULL,
    "chargeOn" DATE NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" DECIMAL(18,3) NOT NULL,
    "periodFrom" DATE,
    "periodTo" DATE,

    CONSTRAINT "scheduled_charge_pkey" PRIMARY KEY ("subscriptionId","chargeOn")
);

-- CreateTable
CREATE TABLE "reward_batch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "externalId" TEXT NOT NULL,
    "earnedOn" DATE NOT NULL,
    "expiresOn" DATE,
    "currency" CHAR(3) NOT NULL,
    "amount" DECIMAL(18,3) NOT NULL,
    "isPoints" BOOLEAN NOT NULL DEFAULT false,
    "rate" DECIMAL(18,6) NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL,

    CONSTRAINT "reward_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reward_redemption" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "batchId" UUID NOT NULL,
    "invoiceId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "paymentId" UUID,
    "amount" DECIMAL(18,3) NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reward_redemption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_case" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "number" TEXT NOT NULL,
    "contactId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "support_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operation_result" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "operation_result_pkey" PRIMARY KEY ("accountId","key")
);

-- CreateTable
CREATE TABLE "counter" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("accountId","name")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "contactId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" BIGSERIAL NOT NULL,
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "contactId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "aboutKind" TEXT,
    "aboutId" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',
    "key" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_setting" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "contactId" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "snoozedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "notification_setting_pkey" PRIMARY KEY ("contactId","topic")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" BIGSERIAL NOT NULL,
    "accountId" UUID,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "linkId" UUID,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_attachment" (
    "mailId" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "mail_attachment_pkey" PRIMARY KEY ("mailId","position")
);

-- CreateTable
CREATE TABLE "chat_link" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "chat_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_user" (
    "platform" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accountId" UUID NOT NULL,

    CONSTRAINT "chat_user_pkey" PRIMARY KEY ("platform","tenantId","userId")
);

-- CreateTable
CREATE TABLE "link_code" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "platform" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "link_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "user" JSONB NOT NULL,
    "address" JSONB NOT NULL,
    "accountId" UUID,
    "contactId" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "state" JSONB NOT NULL DEFAULT '{}',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "inbox" (
    "seq" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "outbox" (
    "seq" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "accountId" UUID,
    "contactId" UUID,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "reply" JSONB NOT NULL,
    "aboutKind" TEXT,
    "aboutId" UUID,
    "replaces" BIGINT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "posted" JSONB,
    "error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "press" (
    "id" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "outboxKey" TEXT NOT NULL,
    "action" JSONB NOT NULL,
    "aboutKind" TEXT,
    "aboutId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "press_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_record" (
    "chain" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "object" TEXT,
    "channel" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_record_pkey" PRIMARY KEY ("chain","seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "chain" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "data_load" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "files" TEXT[],
    "report" JSONB NOT NULL,

    CONSTRAINT "data_load_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mark" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "mark_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_externalId_key" ON "account"("externalId");

-- CreateIndex
CREATE UNIQUE INDEX "contact_accountId_email_key" ON "contact"("accountId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "contact_id_accountId_key" ON "contact"("id", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "ordering_document_accountId_externalId_key" ON "ordering_document"("accountId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "ordering_document_id_accountId_key" ON "ordering_document"("id", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_tokenHash_key" ON "invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "invitation_accountId_createdAt_idx" ON "invitation"("accountId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_open" ON "invitation"("accountId", "email") WHERE (state = ANY (ARRAY['waiting'::text, 'sent'::text]));

-- CreateIndex
CREATE UNIQUE INDEX "invitation_id_accountId_key" ON "invitation"("id", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "role_request_open" ON "role_request"("contactId", "role") WHERE (state = 'waiting'::text);

-- CreateIndex
CREATE UNIQUE INDEX "role_request_id_accountId_key" ON "role_request"("id", "accountId");

-- CreateIndex
CREATE INDEX "invoice_accountId_lastDigits_idx" ON "invoice"("accountId", "lastDigits");

-- CreateIndex
CREATE INDEX "invoice_unpaid" ON "invoice"("accountId", "dueOn", "id") WHERE ("leftToPay" > (0)::numeric);

-- CreateIndex
CREATE INDEX "invoice_accountId_issuedOn_id_idx" ON "invoice"("accountId", "issuedOn" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_accountId_externalId_key" ON "invoice"("accountId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_accountId_number_key" ON "invoice"("accountId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_id_accountId_key" ON "invoice"("id", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "payment_method_accountId_externalId_key" ON "payment_method"("accountId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "payment_method_id_accountId_key" ON "payment_method"("id", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "payment_method_default" ON "payment_method"("accountId") WHERE ("isDefault" AND ("removedAt" IS NULL));

-- CreateIndex
CREATE INDEX "payment_accountId_confirmedAt_id_idx" ON "payment"("accountId", "confirmedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "payment_open" ON "payment"("accountId", "state") WHERE (state = ANY (ARRAY['awaiting_approval'::text, 'awaiting_payer'::text, 'processing'::text, 'needs_review'::text]));

-- CreateIndex
CREATE UNIQUE INDEX "payment_accountId_number_key" ON "payment"("accountId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "payment_accountId_reservationKey_currency_key" ON "payment"("accountId", "reservationKey", "currency");

-- CreateIndex
CREATE UNIQUE INDEX "payment_id_accountId_key" ON "payment"("id", "accountId");

-- CreateIndex
CREATE INDEX "payment_allocation_accountId_invoiceId_idx" ON "payment_allocation"("accountId", "invoiceId");

-- CreateIndex
CREATE INDEX "payment_allocation_accountId_dueId_idx" ON "payment_allocation"("accountId", "dueId");

-- CreateIndex
CREATE INDEX "payment_allocation_paymentId_idx" ON "payment_allocation"("paymentId");

-- CreateIndex
CREATE INDEX "payment_attempt_state_createdAt_idx" ON "payment_attempt"("state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempt_open" ON "payment_attempt"("paymentId") WHERE (state = ANY (ARRAY['created'::text, 'sent'::text]));

-- CreateIndex
CREATE UNIQUE INDEX "payment_due_accountId_externalId_key" ON "payment_due"("accountId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "payment_due_id_accountId_key" ON "payment_due"("id", "accountId");

-- CreateIndex
CREATE INDEX "dispute_accountId_invoiceId_idx" ON "dispute"("accountId", "invoiceId");

-- CreateIndex
CREATE UNIQUE INDEX "dispute_open" ON "dispute"("invoiceId") WHERE (state = 'open'::text);

-- CreateIndex
CREATE UNIQUE INDEX "contract_accountId_externalId_key" ON "contract"("accountId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "contract_accountId_number_key" ON "contract"("accountId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "contract_id_accountId_key" ON "contract"("id", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "order_accountId_externalId_key" ON "order"("accountId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "order_accountId_number_key" ON "order"("accountId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "order_id_accountId_key" ON "order"("id", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "plan_accountId_externalId_key" ON "plan"("accountId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "plan_id_accountId_key" ON "plan"("id", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_accountId_externalId_key" ON "subscription"("accountId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_id_accountId_key" ON "subscription"("id", "accountId");

-- CreateIndex
CREATE INDEX "scheduled_charge_accountId_chargeOn_idx" ON "scheduled_charge"("accountId", "chargeOn");

-- CreateIndex
CREATE UNIQUE INDEX "reward_batch_accountId_externalId_key" ON "reward_batch"("accountId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "reward_batch_id_accountId_key" ON "reward_batch"("id", "accountId");

-- CreateIndex
CREATE INDEX "reward_redemption_batchId_idx" ON "reward_redemption"("batchId");

-- CreateIndex
CREATE INDEX "reward_redemption_invoiceId_idx" ON "reward_redemption"("invoiceId");

-- CreateIndex
CREATE UNIQUE INDEX "support_case_accountId_number_key" ON "support_case"("accountId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "support_case_id_accountId_key" ON "support_case"("id", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_id_accountId_key" ON "stored_file"("id", "accountId");

-- CreateIndex
CREATE INDEX "notice_waiting" ON "notice"("id") WHERE ("doneAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "notice_accountId_key_key" ON "notice"("accountId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "mail_number_key" ON "mail"("number");

-- CreateIndex
CREATE INDEX "mail_waiting" ON "mail"("nextAt") WHERE (state = 'waiting'::text);

-- CreateIndex
CREATE INDEX "chat_link_contactId_idx" ON "chat_link"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "chat_link_live" ON "chat_link"("platform", "tenantId", "userId", "accountId") WHERE ("endedAt" IS NULL);

-- CreateIndex
CREATE INDEX "link_code_platform_tenantId_userId_createdAt_idx" ON "link_code"("platform", "tenantId", "userId", "createdAt");

-- CreateIndex
CREATE INDEX "link_code_email_createdAt_idx" ON "link_code"("email", "createdAt");

-- CreateIndex
CREATE INDEX "conversation_contactId_updatedAt_idx" ON "conversation"("contactId", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_key_key" ON "inbox"("key");

-- CreateIndex
CREATE INDEX "inbox_waiting" ON "inbox"("conversation", "seq") WHERE ("doneAt" IS NULL);

-- CreateIndex
CREATE INDEX "inbox_conversation_receivedAt_idx" ON "inbox"("conversation", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_key_key" ON "outbox"("key");

-- CreateIndex
CREATE INDEX "outbox_conversation_seq_idx" ON "outbox"("conversation", "seq");

-- CreateIndex
CREATE INDEX "outbox_waiting" ON "outbox"("nextAt") WHERE (state = 'waiting'::text);

-- CreateIndex
CREATE INDEX "outbox_about" ON "outbox"("aboutKind", "aboutId") WHERE ("aboutId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "press_conversation_outboxKey_idx" ON "press"("conversation", "outboxKey");

-- CreateIndex
CREATE INDEX "audit_record_chain_at_idx" ON "audit_record"("chain", "at");

-- AddForeignKey
ALTER TABLE "approval_limit" ADD CONSTRAINT "approval_limit_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allowed_tenant" ADD CONSTRAINT "allowed_tenant_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "billing_profile" ADD CONSTRAINT "billing_profile_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_role" ADD CONSTRAINT "contact_role_contactId_accountId_fkey" FOREIGN KEY ("contactId", "accountId") REFERENCES "contact"("id", "accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ordering_document" ADD CONSTRAINT "ordering_document_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ordering_document_seat" ADD CONSTRAINT "ordering_document_seat_documentId_accountId_fkey" FOREIGN KEY ("documentId", "accountId") REFERENCES "ordering_document"("id", "accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_inviterId_accountId_fkey" FOREIGN KEY ("inviterId", "accountId") REFERENCES "contact"("id", "accountId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_deciderId_accountId_fkey" FOREIGN KEY ("deciderId", "accountId") REFERENCES "contact"("id", "accountId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "role_request" ADD CONSTRAINT "role_request_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_request" ADD CONSTRAINT "role_request_contactId_accountId_fkey" FOREIGN KEY ("contactId", "accountId") REFERENCES "contact"("id", "accountId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "role_request" ADD CONSTRAINT "role_request_deciderId_accountId_fkey" FOREIGN KEY ("deciderId", "accountId") REFERENCES "contact"("id", "accountId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_invoiceId_accountId_fkey" FOREIGN KEY ("invoiceId", "accountId") REFERENCES "invoice"("id", "accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_settlement" ADD CONSTRAINT "invoice_settlement_invoiceId_accountId_fkey" FOREIGN KEY ("invoiceId", "accountId") REFERENCES "invoice"("id", "accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_method" ADD CONSTRAINT "payment_method_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_payerId_accountId_fkey" FOREIGN KEY ("payerId", "accountId") REFERENCES "contact"("id", "accountId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_deciderId_accountId_fkey" FOREIGN KEY ("deciderId", "accountId") REFERENCES "contact"("id", "accountId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_methodId_accountId_fkey" FOREIGN KEY ("methodId", "accountId") REFERENCES "payment_method"("id", "accountId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "payment_allocation" ADD CONSTRAINT "payment_allocation_paymentId_accountId_fkey" FOREIGN KEY ("paymentId", "accountId") REFERENCES "payment"("id", "accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_allocation" ADD CONSTRAINT "payment_allocation_invoiceId_accountId_fkey" FOREIGN KEY ("invoiceId", "accountId") REFERENCES "invoice"("id", "accountId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "payment_allocation" ADD CONSTRAINT "payment_allocation_dueId_accountId_fkey" FOREIGN KEY ("dueId", "accountId") REFERENCES "payment_due"("id", "accountId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_paymentId_accountId_fkey" FOREIGN KEY ("paymentId", "accountId") REFERENCES "payment"("id", "accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_due" ADD CONSTRAINT "payment_due_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_due" ADD CONSTRAINT "payment_due_orderId_accountId_fkey" FOREIGN KEY ("orderId", "accountId") REFERENCES "order"("id", "accountId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "payment_due" ADD CONSTRAINT "payment_due_contractId_accountId_fkey" FOREIGN KEY ("contractId", "accountId") REFERENCES "contract"("id", "accountId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "payment_due" ADD CONSTRAINT "payment_due_methodId_accountId_fkey" FOREIGN KEY ("methodId", "accountId") REFERENCES "payment_method"("id", "accountId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_invoiceId_accountId_fkey" FOREIGN KEY ("invoiceId", "accountId") REFERENCES "invoice"("id", "accountId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_contactId_accountId_fkey" FOREIGN KEY ("contactId", "accountId") REFERENCES "contact"("id", "accountId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_caseId_accountId_fkey" FOREIGN KEY ("caseId", "accountId") REFERENCES "support_case"("id", "accountId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_line" ADD CONSTRAINT "contract_line_contractId_accountId_fkey" FOREIGN KEY ("contractId", "accountId") REFERENCES "contract"("id", "accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_orderId_accountId_fkey" FOREIGN KEY ("orderId", "accountId") REFERENCES "order"("id", "accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_event" ADD CONSTRAINT "order_event_orderId_accountId_fkey" FOREIGN KEY ("orderId", "accountId") REFERENCES "order"("id", "accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_watch" ADD CONSTRAINT "order_watch_orderId_accountId_fkey" FOREIGN KEY ("orderId", "accountId") REFERENCES "order"("id", "accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_watch" ADD CONSTRAINT "order_watch_contactId_accountId_fkey" FOREIGN KEY ("contactId", "accountId") REFERENCES "contact"("id", "accountId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_planId_accountId_fkey" FOREIGN KEY ("planId", "accountId") REFERENCES "plan"("id", "accountId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_charge" ADD CONSTRAINT "scheduled_charge_subscriptionId_accountId_fkey" FOREIGN KEY ("subscriptionId", "accountId") REFERENCES "subscription"("id", "accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reward_batch" ADD CONSTRAINT "reward_batch_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reward_redemption" ADD CONSTRAINT "reward_redemption_batchId_accountId_fkey" FOREIGN KEY ("batchId", "accountId") REFERENCES "reward_batch"("id", "accountId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reward_redemption" ADD CONSTRAINT "reward_redemption_invoiceId_accountId_fkey" FOREIGN KEY ("invoiceId", "accountId") REFERENCES "invoice"("id", "accountId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "reward_redemption" ADD CONSTRAINT "reward_redemption_contactId_accountId_fkey" FOREIGN KEY ("contactId", "accountId") REFERENCES "contact"("id", "accountId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "reward_redemption" ADD CONSTRAINT "reward_redemption_paymentId_accountId_fkey" FOREIGN KEY ("paymentId", "accountId") REFERENCES "payment"("id", "accountId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_contactId_accountId_fkey" FOREIGN KEY ("contactId", "accountId") REFERENCES "contact"("id", "accountId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "operation_result" ADD CONSTRAINT "operation_result_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "counter" ADD CONSTRAINT "counter_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_contactId_accountId_fkey" FOREIGN KEY ("contactId", "accountId") REFERENCES "contact"("id", "accountId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_contactId_accountId_fkey" FOREIGN KEY ("contactId", "accountId") REFERENCES "contact"("id", "accountId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "notification_setting" ADD CONSTRAINT "notification_setting_contactId_accountId_fkey" FOREIGN KEY ("contactId", "accountId") REFERENCES "contact"("id", "accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_attachment" ADD CONSTRAINT "mail_attachment_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_link" ADD CONSTRAINT "chat_link_contactId_accountId_fkey" FOREIGN KEY ("contactId", "accountId") REFERENCES "contact"("id", "accountId") ON DELETE RESTRICT ON UPDATE CASCADE;


