import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import Award from '@lucide/svelte/icons/award';
import BadgeCheck from '@lucide/svelte/icons/badge-check';
import BookOpen from '@lucide/svelte/icons/book-open';
import Briefcase from '@lucide/svelte/icons/briefcase';
import Calendar from '@lucide/svelte/icons/calendar';
import CalendarRange from '@lucide/svelte/icons/calendar-range';
import ChartGantt from '@lucide/svelte/icons/chart-gantt';
import Check from '@lucide/svelte/icons/check';
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import CircleAlert from '@lucide/svelte/icons/circle-alert';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import Columns from '@lucide/svelte/icons/columns-2';
import Copy from '@lucide/svelte/icons/copy';
import Database from '@lucide/svelte/icons/database';
import Diamond from '@lucide/svelte/icons/diamond';
import Download from '@lucide/svelte/icons/download';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import Equal from '@lucide/svelte/icons/equal';
import ExternalLink from '@lucide/svelte/icons/external-link';
import Filter from '@lucide/svelte/icons/list-filter';
import Flag from '@lucide/svelte/icons/flag';
import FlaskConical from '@lucide/svelte/icons/flask-conical';
import GraduationCap from '@lucide/svelte/icons/graduation-cap';
import History from '@lucide/svelte/icons/history';
import Hourglass from '@lucide/svelte/icons/hourglass';
import Inbox from '@lucide/svelte/icons/inbox';
import Info from '@lucide/svelte/icons/info';
import LayoutDashboard from '@lucide/svelte/icons/layout-dashboard';
import Kanban from '@lucide/svelte/icons/kanban';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Lock from '@lucide/svelte/icons/lock';
import LockOpen from '@lucide/svelte/icons/lock-open';
import Menu from '@lucide/svelte/icons/menu';
import Pencil from '@lucide/svelte/icons/pencil';
import Plus from '@lucide/svelte/icons/plus';
import Printer from '@lucide/svelte/icons/printer';
import Receipt from '@lucide/svelte/icons/receipt';
import Redo from '@lucide/svelte/icons/redo-2';
import Repeat from '@lucide/svelte/icons/repeat';
import ScrollText from '@lucide/svelte/icons/scroll-text';
import Search from '@lucide/svelte/icons/search';
import Stamp from '@lucide/svelte/icons/stamp';
import Table from '@lucide/svelte/icons/table-2';
import Trash from '@lucide/svelte/icons/trash-2';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Undo from '@lucide/svelte/icons/undo-2';
import Upload from '@lucide/svelte/icons/upload';
import Wand from '@lucide/svelte/icons/wand-sparkles';
import X from '@lucide/svelte/icons/x';
import ZoomIn from '@lucide/svelte/icons/zoom-in';
import ZoomOut from '@lucide/svelte/icons/zoom-out';

/** Every icon the app draws, by what it shows. */
export const icons = {
  'arrow-down': ArrowDown,
  'arrow-left': ArrowLeft,
  'arrow-right': ArrowRight,
  'arrow-up': ArrowUp,
  award: Award,
  'badge-check': BadgeCheck,
  book: BookOpen,
  briefcase: Briefcase,
  calendar: Calendar,
  'calendar-range': CalendarRange,
  equal: Equal,
  gantt: ChartGantt,
  check: Check,
  'chevron-down': ChevronDown,
  'chevron-left': ChevronLeft,
  'chevron-right': ChevronRight,
  'circle-alert': CircleAlert,
  'circle-check': CircleCheck,
  columns: Columns,
  copy: Copy,
  database: Database,
  diamond: Diamond,
  download: Download,
  ellipsis: Ellipsis,
  'external-link': ExternalLink,
  filter: Filter,
  flag: Flag,
  flask: FlaskConical,
  graduation: GraduationCap,
  history: History,
  hourglass: Hourglass,
  inbox: Inbox,
  info: Info,
  dashboard: LayoutDashboard,
  kanban: Kanban,
  'list-checks': ListChecks,
  lock: Lock,
  'lock-open': LockOpen,
  menu: Menu,
  move: ArrowRightLeft,
  pencil: Pencil,
  plus: Plus,
  printer: Printer,
  receipt: Receipt,
  redo: Redo,
  repeat: Repeat,
  scroll: ScrollText,
  search: Search,
  stamp: Stamp,
  table: Table,
  trash: Trash,
  'triangle-alert': TriangleAlert,
  undo: Undo,
  upload: Upload,
  wand: Wand,
  x: X,
  'zoom-in': ZoomIn,
  'zoom-out': ZoomOut,
} as const;

export type IconName = keyof typeof icons;
