import { UNDERSTANDING } from '../app/folders.ts';
import { loadUnderstanding } from '../understanding/index.ts';

// Learns from the phrases ahead, so that the first start has nothing left to learn. Part of `npm ci`.
await loadUnderstanding(UNDERSTANDING);
