-- CreateTable
CREATE TABLE "sprint" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "seed" BIGINT NOT NULL,
    "questions" TEXT NOT NULL,
    "started_at" DATETIME NOT NULL,
    "ends_at" DATETIME NOT NULL,
    CONSTRAINT "sprint_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "sprint_answer" (
    "sprint_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "stated" TEXT NOT NULL,
    "right" BOOLEAN NOT NULL,
    "slip" TEXT,
    "mark" TEXT NOT NULL,

    PRIMARY KEY ("sprint_id", "place"),
    CONSTRAINT "sprint_answer_sprint_id_fkey" FOREIGN KEY ("sprint_id") REFERENCES "sprint" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "sprint_user_id_started_at_idx" ON "sprint"("user_id", "started_at");


