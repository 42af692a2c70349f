import { z } from 'zod'

/** The kinds of files a table is saved as, the one for offices first. */
export const tableFormats = ['xlsx', 'csv'] as const
export const tableFormatSchema = z.enum(tableFormats)
export type TableFormat = (typeof tableFormats)[number]
