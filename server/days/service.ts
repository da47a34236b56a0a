import 'server-only'
import { attemptDeps } from '../attempts/service.ts'
import * as days from './days.ts'

/** Plans a day of mocks. */
export const createDay = async (userId: string, input: days.DayInput) => days.createDay(await attemptDeps(), userId, input)
/** One day as a timetable, or null when it is not this person's. */
export const loadDay = async (userId: string, id: string) => days.loadDay(await attemptDeps(), userId, id)
/** The latest first. */
export const listDays = async (userId: string) => days.listDays(await attemptDeps(), userId)
/** The loop as a whole, once it is over. */
export const reviewDay = async (userId: string, id: string) => days.reviewDay(await attemptDeps(), userId, id)
/** Starts the mock whose turn it is. */
export const startMock = async (userId: string, id: string, place: number) =>
  days.startMock(await attemptDeps(), userId, id, place)
/** Gives the rest of a day up. */
export const abandonDay = async (userId: string, id: string) => days.abandonDay(await attemptDeps(), userId, id)
/** Deletes a day; its attempts stay. */
export const deleteDay = async (userId: string, id: string) => days.deleteDay(await attemptDeps(), userId, id)
/** The day that an attempt was sat in. */
export const dayOfAttempt = async (userId: string, attemptId: string) => days.dayOfAttempt(await attemptDeps(), userId, attemptId)
