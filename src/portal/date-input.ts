import { z } from 'zod';

/** A calendar date that exists and that the database can hold: it knows no year 0. */
export const dateInput = z.iso.date().refine((date) => date >= '0001', 'a date of our era');
