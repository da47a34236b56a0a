-- CreateTable
CREATE TABLE "interview_day" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "starts_at" DATETIME NOT NULL,
    "break_minutes" INTEGER NOT NULL,
    "created_at" DATETIME NOT NULL,
    "abandoned_at" DATETIME,
    CONSTRAINT "interview_day_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "interview_day_mock" (
    "day_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "drill_slug" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "attempt_id" TEXT,

    PRIMARY KEY ("day_id", "place"),
    CONSTRAINT "interview_day_mock_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "interview_day" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "interview_day_mock_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "friend_review" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attempt_id" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "changed_at" DATETIME,
    "name" TEXT NOT NULL,
    "grades" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    CONSTRAINT "friend_review_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "interview_day_user_id_starts_at_idx" ON "interview_day"("user_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "interview_day_mock_attempt_id_key" ON "interview_day_mock"("attempt_id");

-- CreateIndex
CREATE INDEX "friend_review_attempt_id_at_idx" ON "friend_review"("attempt_id", "at");


