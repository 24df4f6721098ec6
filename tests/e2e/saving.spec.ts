import { chmodSync, statSync } from 'node:fs';
import { expect, test } from './app.ts';
import { openClientName, savedWord, titleOf } from './pages.ts';
