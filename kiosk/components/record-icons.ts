// Which icon stands for which kind of record and file.
import {
  Archive,
  BookOpen,
  ClipboardList,
  File,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileType,
  type IconNode,
  ListChecks,
  Megaphone,
  ScrollText,
  Table2,
  TableProperties,
} from 'lucide';
import type { RecordKind } from '#shared/catalogue/record.ts';
import type { FileClass } from './file-class.ts';

export const kindIcons: Readonly<Record<RecordKind, IconNode>> = {
  document: ScrollText,
  guide: ClipboardList,
  notice: Megaphone,
  matter: ListChecks,
  page: BookOpen,
  register: TableProperties,
  entry: Table2,
};

export const fileIcons: Readonly<Record<FileClass, IconNode>> = {
  pdf: FileText,
  image: FileImage,
  text: FileType,
  word: FileText,
  sheet: FileSpreadsheet,
  zip: Archive,
  other: File,
};
