import '../../components/tokens.css';
import '../../components/shared.css';
import '../../components/surface.css';
import '../../components/card/company.css';
import '../../components/watchlist/watchlist.css';
import '../../components/board/board.css';
import '../../components/sidepanel/sidepanel.css';
import '../../components/track-record/track-record.css';
import { render } from 'preact';
import { nameLanguage } from '../../components/look';
import { SidePanel } from '../../components/sidepanel/sidepanel';

nameLanguage();
render(<SidePanel />, document.getElementById('app')!);
