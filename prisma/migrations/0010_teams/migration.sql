-- CreateTable
CREATE TABLE "teams_reference" (
    "tenantId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "conversationId" TEXT,
    "serviceUrl" TEXT,
    "memberId" TEXT,
    "botId" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "teams_reference_pkey" PRIMARY KEY ("tenantId","userId")
);

-- CreateTable
CREATE TABLE "teams_consent" (
    "id" TEXT NOT NULL,
    "claimedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "teams_consent_pkey" PRIMARY KEY ("id")
);

-- No account's data: the system's role alone. A personal chat is nothing without where to speak to it.
ALTER TABLE teams_reference ADD CHECK ("conversationId" IS NULL OR "serviceUrl" IS NOT NULL);
GRANT SELECT, INSERT, UPDATE ON teams_reference TO portal_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON teams_consent TO portal_system;
