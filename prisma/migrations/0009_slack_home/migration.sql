-- CreateTable
CREATE TABLE "slack_home" (
    "teamId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "enterpriseId" TEXT,
    "locale" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "digest" TEXT,

    CONSTRAINT "slack_home_pkey" PRIMARY KEY ("teamId","userId")
);


-- No account's data, only who opened their page and what it was: the system's role alone.
ALTER TABLE slack_home ADD CHECK (locale IN ('en', 'pl'));
GRANT SELECT, INSERT, UPDATE, DELETE ON slack_home TO portal_system;
